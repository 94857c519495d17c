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
import { and, asc, eq, gt, isNull, ne, sql, type SQL, type SQLWrapper } from 'drizzle-orm';

type Queryable = Database | Tx;
type Named = { personId: string; name: string };

type Author = { draftId: string; personId: string; siteId: string; day: string };

/** Named as an author, and still of the site: who has left it writes its programmes no more. */
export async function isAuthor(db: Queryable, { draftId, personId, siteId, day }: Author): Promise<boolean> {
	const own = and(
		eq(programmeDraftAuthors.draftId, draftId),
		eq(programmeDraftAuthors.personId, personId),
		worksAt(sql`${siteId}::uuid`, programmeDraftAuthors.personId, day)
	);
	const rows = await db.select({ id: programmeDraftAuthors.personId }).from(programmeDraftAuthors).where(own);
	return rows.length > 0;
}

/** A tutor of the site, or somebody who is appointed to it on the day. */
export function worksAt(site: SQLWrapper, person: SQLWrapper, day: string): SQL {
	return sql`(exists (select 1 from ${grants} g where g.person_id = ${person} and g.role = 'tutor'
			and g.scope_kind = 'site' and g.scope_id = ${site})
		or exists (select 1 from ${siteStaff} s where s.person_id = ${person} and s.site_id = ${site}
			and s.from_day <= ${day}::date and (s.last_day is null or s.last_day >= ${day}::date)))`;
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
	const rows = await db
		.select(nameColumns)
		.from(people)
		.where(and(worksAt(sql`${siteId}::uuid`, people.id, day), isNull(people.blockedAt)))
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
