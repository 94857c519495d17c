import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	finalWorkResults,
	finalWorks,
	finalWorkVersions,
	moderations
} from '@stazhirovka/db/schema';
import type { FinalWorkState } from '@stazhirovka/domain/final-works';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { conflict, fail, missing } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type WorkRow = typeof finalWorks.$inferSelect;
export type VersionRow = typeof finalWorkVersions.$inferSelect;
export type ResultRow = typeof finalWorkResults.$inferSelect;
export type DecisionRow = typeof moderations.$inferSelect;
export type NewResult = Omit<ResultRow, 'id'>;

/** Whoever allocates, decides or announces in a cohort goes one after the other: this lock is always taken first. */
export async function lockCohort(tx: Tx, cohortId: string): Promise<{ announcedAt: Date | null }> {
	const [row] = await tx
		.select({ announcedAt: cohorts.announcedAt })
		.from(cohorts)
		.where(eq(cohorts.id, cohortId))
		.for('no key update');
	return row ?? missing('cohort');
}

/** For those who must not be overtaken by the announcement, but need not wait for each other. */
export async function holdOffAnnouncement(tx: Tx, cohortId: string): Promise<{ announcedAt: Date | null }> {
	const [row] = await tx
		.select({ announcedAt: cohorts.announcedAt })
		.from(cohorts)
		.where(eq(cohorts.id, cohortId))
		.for('share');
	return row ?? missing('cohort');
}

/** The moment of the announcement belongs to the reviews; the cohort only keeps it. */
export async function markAnnounced(tx: Tx, cohortId: string, at: Date): Promise<void> {
	const rows = await tx
		.update(cohorts)
		.set({ announcedAt: at })
		.where(and(eq(cohorts.id, cohortId), isNull(cohorts.announcedAt)))
		.returning({ id: cohorts.id });
	if (rows.length === 0) fail('refused', 'results.already_announced');
}

export async function findWork(db: Queryable, id: string): Promise<WorkRow | undefined> {
	const [row] = await db.select().from(finalWorks).where(eq(finalWorks.id, id));
	return row;
}

export async function findWorkOf(db: Queryable, enrolmentId: string): Promise<WorkRow | undefined> {
	const [row] = await db.select().from(finalWorks).where(eq(finalWorks.enrolmentId, enrolmentId));
	return row;
}

/** All works of a cohort in the order in which they came. */
export function worksOf(db: Queryable, cohortId: string): Promise<WorkRow[]> {
	return db
		.select()
		.from(finalWorks)
		.where(eq(finalWorks.cohortId, cohortId))
		.orderBy(asc(finalWorks.publishedAt), asc(finalWorks.id));
}

export async function insertWork(tx: Tx, work: typeof finalWorks.$inferInsert): Promise<WorkRow> {
	const [row] = await tx.insert(finalWorks).values(work).onConflictDoNothing().returning();
	return row ?? conflict('final_work');
}

/** Compare-and-set: a work moves only from the state that the decision was made on. */
export async function moveWork(
	tx: Tx,
	{ id, state }: Pick<WorkRow, 'id' | 'state'>,
	to: FinalWorkState,
	change: Partial<Pick<WorkRow, 'title' | 'version' | 'revisionUntil'>> = {}
): Promise<WorkRow> {
	const [row] = await tx
		.update(finalWorks)
		.set({ ...change, state: to })
		.where(and(eq(finalWorks.id, id), eq(finalWorks.state, state)))
		.returning();
	return row ?? conflict('final_work');
}

/** The same for all works with one outcome, in one statement: all of them move, or none does. */
export async function moveWorks(
	tx: Tx,
	ids: string[],
	from: FinalWorkState,
	to: FinalWorkState,
	change: Partial<Pick<WorkRow, 'revisionUntil'>> = {}
): Promise<void> {
	if (ids.length === 0) return;
	const rows = await tx
		.update(finalWorks)
		.set({ ...change, state: to })
		.where(and(inArray(finalWorks.id, ids), eq(finalWorks.state, from)))
		.returning({ id: finalWorks.id });
	if (rows.length < ids.length) conflict('final_work');
}

export async function insertVersion(tx: Tx, version: typeof finalWorkVersions.$inferInsert): Promise<void> {
	await tx.insert(finalWorkVersions).values(version);
}

/** What is on the forum: the newest version. */
export async function findVersion(db: Queryable, { id, version }: WorkRow): Promise<VersionRow> {
	const [row] = await db
		.select()
		.from(finalWorkVersions)
		.where(and(eq(finalWorkVersions.finalWorkId, id), eq(finalWorkVersions.number, version)));
	return row ?? missing('final_work');
}

/** Everything that was on the forum, the first version first. */
export function versionsOf(db: Queryable, workId: string): Promise<VersionRow[]> {
	return db
		.select()
		.from(finalWorkVersions)
		.where(eq(finalWorkVersions.finalWorkId, workId))
		.orderBy(asc(finalWorkVersions.number));
}

export async function insertResults(tx: Tx, results: NewResult[]): Promise<void> {
	if (results.length) await tx.insert(finalWorkResults).values(results);
}

/** Announced results, the first round before the second. */
export function resultsOf(db: Queryable, workIds: string[]): Promise<ResultRow[]> {
	return db
		.select()
		.from(finalWorkResults)
		.where(inArray(finalWorkResults.finalWorkId, workIds))
		.orderBy(asc(finalWorkResults.round));
}

/** One decision per round: the second tutor is told that the first was faster. */
export async function insertDecision(tx: Tx, decision: typeof moderations.$inferInsert): Promise<void> {
	const rows = await tx
		.insert(moderations)
		.values(decision)
		.onConflictDoNothing()
		.returning({ id: moderations.id });
	if (rows.length === 0) fail('refused', 'final_work.already_decided');
}

export function decisionsOf(db: Queryable, workIds: string[]): Promise<DecisionRow[]> {
	return db
		.select()
		.from(moderations)
		.where(inArray(moderations.finalWorkId, workIds))
		.orderBy(asc(moderations.round));
}
