import type { Database, Tx } from '@stazhirovka/db';
import {
	journal,
	people,
	regions,
	sites,
	summaries,
	summarySchedules,
	summaryShares
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, exists, inArray, or, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;
export type SummaryRow = typeof summaries.$inferSelect;
export type ShareRow = typeof summaryShares.$inferInsert;
export type ScheduleRow = typeof summarySchedules.$inferSelect;
/** Who reads, with where that person may count anything. */
export type Reader = { personId: string; everywhere: boolean; regionIds: string[]; siteIds: string[] };

function isShownTo(db: Queryable, reader: Reader): SQL | undefined {
	const { personId, everywhere, regionIds, siteIds } = reader;
	const regionsOfSites = db.select({ id: sites.regionId }).from(sites).where(inArray(sites.id, siteIds));
	const toRole = (role: 'leader' | 'coordinator', where: SQL | undefined) =>
		and(eq(summaryShares.role, role), everywhere ? undefined : where);
	const shared = db
		.select({ id: summaryShares.id })
		.from(summaryShares)
		.where(
			and(
				eq(summaryShares.summaryId, summaries.id),
				or(
					eq(summaryShares.personId, personId),
					toRole('coordinator', inArray(summaryShares.regionId, regionIds)),
					toRole('leader', inArray(summaryShares.regionId, regionsOfSites))
				)
			)
		);
	return or(eq(summaries.ownerId, personId), exists(shared));
}

export async function findSummary(
	db: Queryable,
	id: string,
	reader: Reader
): Promise<SummaryRow | undefined> {
	const [row] = await db
		.select()
		.from(summaries)
		.where(and(eq(summaries.id, id), isShownTo(db, reader)));
	return row;
}

/** Own ones and those that were shown, the last saved first. */
export function summariesFor(db: Queryable, reader: Reader) {
	return db
		.select({
			id: summaries.id,
			title: summaries.title,
			definition: summaries.definition,
			ownerId: summaries.ownerId,
			owner: sql<string>`concat_ws(' ', ${people.surname}, ${people.givenName})`,
			savedAt: summaries.savedAt,
			nextOn: summarySchedules.nextOn
		})
		.from(summaries)
		.innerJoin(people, eq(people.id, summaries.ownerId))
		.leftJoin(
			summarySchedules,
			and(eq(summarySchedules.summaryId, summaries.id), eq(summarySchedules.personId, reader.personId))
		)
		.where(isShownTo(db, reader))
		.orderBy(desc(summaries.savedAt), desc(summaries.id))
		.limit(200);
}

/** Undefined where the owner has one of this name. */
export async function insertSummary(
	tx: Tx,
	values: typeof summaries.$inferInsert
): Promise<string | undefined> {
	const [row] = await tx
		.insert(summaries)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: summaries.id });
	return row?.id;
}

export async function findByTitle(tx: Tx, ownerId: string, title: string): Promise<SummaryRow | undefined> {
	const [row] = await tx
		.select()
		.from(summaries)
		.where(and(eq(summaries.ownerId, ownerId), eq(summaries.title, title)));
	return row;
}

/** Undefined where it was saved meanwhile. */
export async function putSummary(
	tx: Tx,
	{ id, revision, ...change }: Pick<SummaryRow, 'id' | 'revision' | 'title' | 'definition' | 'savedAt'>
): Promise<number | undefined> {
	const [row] = await tx
		.update(summaries)
		.set({ ...change, revision: sql`${summaries.revision} + 1` })
		.where(and(eq(summaries.id, id), eq(summaries.revision, revision)))
		.returning({ revision: summaries.revision });
	return row?.revision;
}

export async function deleteSummary(tx: Tx, id: string): Promise<void> {
	await tx.delete(summaries).where(eq(summaries.id, id));
}

export function sharesOf(db: Queryable, summaryId: string) {
	return db
		.select({
			id: summaryShares.id,
			role: summaryShares.role,
			person: sql<string>`concat_ws(' ', ${people.surname}, ${people.givenName}, ${people.patronymic})`,
			region: regions.title
		})
		.from(summaryShares)
		.leftJoin(people, eq(people.id, summaryShares.personId))
		.leftJoin(regions, eq(regions.id, summaryShares.regionId))
		.where(eq(summaryShares.summaryId, summaryId))
		.orderBy(asc(summaryShares.id));
}

/** False where it is shown to them already. */
export async function insertShare(tx: Tx, values: ShareRow): Promise<boolean> {
	const rows = await tx
		.insert(summaryShares)
		.values(values)
		.onConflictDoNothing()
		.returning({ id: summaryShares.id });
	return rows.length > 0;
}

/** Whether it was ever shown to this person: the journal remembers what was taken back. */
export async function wasShown(tx: Tx, summaryId: string, personId: string): Promise<boolean> {
	const count = await tx.$count(
		journal,
		and(
			eq(journal.subjectId, summaryId),
			eq(journal.kind, 'summary.shared'),
			sql`${journal.data} ->> 'personId' = ${personId}`
		)
	);
	return count > 0;
}

export async function deleteShare(tx: Tx, summaryId: string, id: string): Promise<boolean> {
	const rows = await tx
		.delete(summaryShares)
		.where(and(eq(summaryShares.summaryId, summaryId), eq(summaryShares.id, id)))
		.returning({ id: summaryShares.id });
	return rows.length > 0;
}

/** Regions to whose people a summary may be shown: those kept, and those of the own sites. */
export function regionsOfReader(db: Queryable, { everywhere, regionIds, siteIds }: Reader) {
	const ofSites = db.select({ id: sites.regionId }).from(sites).where(inArray(sites.id, siteIds));
	return db
		.select({
			id: regions.id,
			title: regions.title,
			isKept: everywhere ? sql<boolean>`true` : sql<boolean>`${inArray(regions.id, regionIds)}`
		})
		.from(regions)
		.where(everywhere ? undefined : or(inArray(regions.id, regionIds), inArray(regions.id, ofSites)))
		.orderBy(asc(regions.title));
}
