import type { Database, Tx } from '@stazhirovka/db';
import {
	grants,
	nameColumns,
	people,
	programmeDraftAuthors,
	programmeDraftPresence,
	siteStaff
} from '@stazhirovka/db/schema';
import { shortName } from '@stazhirovka/domain/certificates';
import { and, asc, eq, gt, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';

type Queryable = Database | Tx;
type Named = { personId: string; name: string };

export async function isAuthor(db: Queryable, draftId: string, personId: string): Promise<boolean> {
	const own = and(eq(programmeDraftAuthors.draftId, draftId), eq(programmeDraftAuthors.personId, personId));
	const rows = await db.select({ id: programmeDraftAuthors.personId }).from(programmeDraftAuthors).where(own);
	return rows.length > 0;
}

export async function authorsOf(db: Queryable, draftId: string): Promise<Named[]> {
	const rows = await db
		.select(nameColumns)
		.from(programmeDraftAuthors)
		.innerJoin(people, eq(people.id, programmeDraftAuthors.personId))
		.where(eq(programmeDraftAuthors.draftId, draftId))
		.orderBy(asc(people.surname), asc(people.givenName));
	return rows.map(toNamed);
}

/** False when the person is one already. */
export async function insertAuthor(
	tx: Tx,
	values: typeof programmeDraftAuthors.$inferInsert
): Promise<boolean> {
	const rows = await tx
		.insert(programmeDraftAuthors)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: programmeDraftAuthors.personId });
	return rows.length === 1;
}

export async function removeAuthor(tx: Tx, draftId: string, personId: string): Promise<boolean> {
	const rows = await tx
		.delete(programmeDraftAuthors)
		.where(and(eq(programmeDraftAuthors.draftId, draftId), eq(programmeDraftAuthors.personId, personId)))
		.returning({ id: programmeDraftAuthors.personId });
	return rows.length === 1;
}

/** Who works at the site on the day with an account: its tutors, and everybody appointed to it. */
export async function peopleOfSite(db: Queryable, siteId: string, day: string): Promise<Named[]> {
	const tutors = db
		.select({ id: grants.personId })
		.from(grants)
		.where(and(eq(grants.role, 'tutor'), eq(grants.scopeKind, 'site'), eq(grants.scopeId, siteId)));
	const staff = db
		.select({ id: siteStaff.personId })
		.from(siteStaff)
		.where(
			and(
				eq(siteStaff.siteId, siteId),
				lte(siteStaff.fromDay, day),
				or(isNull(siteStaff.lastDay), gte(siteStaff.lastDay, day))
			)
		);
	const rows = await db
		.select(nameColumns)
		.from(people)
		.where(and(or(inArray(people.id, tutors), inArray(people.id, staff)), isNull(people.blockedAt)))
		.orderBy(asc(people.surname), asc(people.givenName));
	return rows.map(toNamed);
}

/** Writes down that somebody has the draft open, at which part. */
export async function keepPresence(
	tx: Queryable,
	values: typeof programmeDraftPresence.$inferInsert
): Promise<void> {
	const { part, seenAt } = values;
	await tx
		.insert(programmeDraftPresence)
		.values(values)
		.onConflictDoUpdate({
			target: [programmeDraftPresence.draftId, programmeDraftPresence.personId],
			set: { part, seenAt }
		});
}

/** The others who had it open after a moment. */
export async function othersIn(
	db: Queryable,
	{ draftId, personId, after }: { draftId: string; personId: string; after: Date }
): Promise<(Named & { part: string | null })[]> {
	const rows = await db
		.select({ ...nameColumns, part: programmeDraftPresence.part })
		.from(programmeDraftPresence)
		.innerJoin(people, eq(people.id, programmeDraftPresence.personId))
		.where(
			and(
				eq(programmeDraftPresence.draftId, draftId),
				ne(programmeDraftPresence.personId, personId),
				gt(programmeDraftPresence.seenAt, after)
			)
		)
		.orderBy(asc(people.surname), asc(people.givenName));
	return rows.map((row) => ({ ...toNamed(row), part: row.part }));
}

function toNamed({ id, ...name }: { id: string } & Parameters<typeof shortName>[0]): Named {
	return { personId: id, name: shortName(name) };
}
