import type { Database, Tx } from '@stazhirovka/db';
import { acts, grants, nameColumns, people, type appointed } from '@stazhirovka/db/schema';
import type { Role } from '@stazhirovka/domain/accounts';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

type Queryable = Database | Tx;
/** A table of appointments to one kind of office. */
export type AppointedTable = PgTable & Record<keyof ReturnType<typeof appointed>, PgColumn>;
/** What is held, and in what kind of place. */
export type Office = { role: Role; kind: 'site' | 'region' };
export type ActWords = { kind: string; number: string; signedOn: string; issuer: string };
export type AppointedRow = {
	id: string;
	/** The site or the region. */
	placeId: string;
	personId: string;
	name: { id: string; surname: string; givenName: string; patronymic: string | null };
	/** What they are in their organisation. */
	post: string | null;
	from: string | null;
	lastDay: string | null;
	act: ActWords | null;
};

/** Everybody who was ever appointed in these places or will be, the newest first. */
export async function appointedIn(
	db: Queryable,
	table: AppointedTable,
	place: { column: PgColumn; ids: string[] }
): Promise<AppointedRow[]> {
	const rows = await db
		.select({
			id: sql<string>`${table.id}`,
			placeId: sql<string>`${place.column}`,
			personId: people.id,
			name: nameColumns,
			post: people.position,
			from: sql<string | null>`${table.fromDay}`,
			lastDay: sql<string | null>`${table.lastDay}`,
			act: { kind: acts.kind, number: acts.number, signedOn: acts.signedOn, issuer: acts.issuer }
		})
		.from(table)
		.innerJoin(people, eq(people.id, table.personId))
		.leftJoin(acts, eq(acts.id, table.actId))
		.where(inArray(place.column, place.ids))
		.orderBy(sql`${table.fromDay} desc nulls last`, desc(table.id));
	return rows;
}

/** People who have the right of the office in these places. */
export function grantedIn(db: Queryable, { role, kind }: Office, ids: string[]) {
	return db
		.selectDistinct({
			id: people.id,
			placeId: sql<string>`${grants.scopeId}`,
			name: nameColumns,
			post: people.position
		})
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(grants.role, role), eq(grants.scopeKind, kind), inArray(grants.scopeId, ids)))
		.orderBy(asc(people.surname), asc(people.givenName));
}

export async function endAppointment(
	tx: Tx,
	table: AppointedTable,
	id: string,
	ended: { lastDay: string; relievedByActId: string | null }
): Promise<void> {
	await tx.update(table).set(ended).where(eq(table.id, id));
}

export function addressesOf(db: Queryable, ids: string[]) {
	return db
		.select({ email: people.email, givenName: people.givenName })
		.from(people)
		.where(inArray(people.id, ids));
}
