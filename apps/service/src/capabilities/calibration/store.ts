import type { Database, Tx } from '@stazhirovka/db';
import { calibrationAdmissions, calibrationTries, calibrationWorks } from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { conflict, fail } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type ExampleRow = typeof calibrationWorks.$inferSelect;
export type TryRow = typeof calibrationTries.$inferSelect;
export type Place = { siteId: string; programmeVersionId: string };

/** Examples that were not withdrawn, drafts among them, in the order in which they were made. */
export function examplesOf(db: Queryable, { siteId, programmeVersionId }: Place): Promise<ExampleRow[]> {
	const { siteId: site, programmeVersionId: version, retiredAt } = calibrationWorks;
	return db
		.select()
		.from(calibrationWorks)
		.where(and(eq(site, siteId), eq(version, programmeVersionId), isNull(retiredAt)))
		.orderBy(asc(calibrationWorks.id));
}

export async function findExample(db: Queryable, place: Place, id: string): Promise<ExampleRow | undefined> {
	return (await examplesOf(db, place)).find((example) => example.id === id);
}

export async function examplesByIds(db: Queryable, ids: string[]): Promise<Map<string, ExampleRow>> {
	const rows = await db.select().from(calibrationWorks).where(inArray(calibrationWorks.id, ids));
	return new Map(rows.map((row) => [row.id, row]));
}

export async function insertExample(
	tx: Tx,
	example: Place & { madeBy: string; savedAt: Date }
): Promise<string> {
	const [row] = await tx
		.insert(calibrationWorks)
		.values({ ...example, answer: {} })
		.returning({ id: calibrationWorks.id });
	return row?.id ?? conflict('calibration');
}

/** Two cohorts of one version that take examples over at once do it one after the other. */
export async function queueForExamples(tx: Tx, { siteId, programmeVersionId }: Place): Promise<void> {
	const name = `examples:${siteId}:${programmeVersionId}`;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

export async function insertExamples(tx: Tx, rows: (typeof calibrationWorks.$inferInsert)[]): Promise<void> {
	await tx.insert(calibrationWorks).values(rows);
}

/** On top of this revision, while it is a draft; undefined when somebody was faster. */
export async function saveExample(
	tx: Tx,
	id: string,
	change: { answer: Answer; onTopOf: number; at: Date; publish: boolean }
): Promise<ExampleRow | undefined> {
	const { answer, onTopOf, at } = change;
	const [row] = await tx
		.update(calibrationWorks)
		.set({ answer, revision: onTopOf + 1, savedAt: at, ...(change.publish && { publishedAt: at }) })
		.where(
			and(
				eq(calibrationWorks.id, id),
				eq(calibrationWorks.revision, onTopOf),
				isNull(calibrationWorks.publishedAt)
			)
		)
		.returning();
	return row;
}

export async function retire(tx: Tx, id: string, at: Date): Promise<void> {
	await tx.update(calibrationWorks).set({ retiredAt: at }).where(eq(calibrationWorks.id, id));
}

export function triesOf(db: Queryable, enrolmentIds: string[]): Promise<TryRow[]> {
	return db
		.select()
		.from(calibrationTries)
		.where(inArray(calibrationTries.enrolmentId, enrolmentIds))
		.orderBy(asc(calibrationTries.enrolmentId), asc(calibrationTries.number));
}

/** Of two tabs at once one makes the try. */
export async function insertTry(tx: Tx, made: Omit<TryRow, 'id'>): Promise<void> {
	const rows = await tx
		.insert(calibrationTries)
		.values(made)
		.onConflictDoNothing()
		.returning({ id: calibrationTries.id });
	if (rows.length === 0) conflict('calibration');
}

export async function admissionsOf(db: Queryable, enrolmentIds: string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ enrolmentId: calibrationAdmissions.enrolmentId, reason: calibrationAdmissions.reason })
		.from(calibrationAdmissions)
		.where(inArray(calibrationAdmissions.enrolmentId, enrolmentIds));
	return new Map(rows.map(({ enrolmentId, reason }) => [enrolmentId, reason]));
}

export async function insertAdmission(
	tx: Tx,
	made: typeof calibrationAdmissions.$inferInsert
): Promise<void> {
	const rows = await tx
		.insert(calibrationAdmissions)
		.values(made)
		.onConflictDoNothing()
		.returning({ id: calibrationAdmissions.enrolmentId });
	if (rows.length === 0) fail('refused', 'calibration.not_stuck');
}

/** Whether the programme has anything to mark at this site: most have not, and nothing else is asked then. */
export async function hasPublished(db: Queryable, { siteId, programmeVersionId }: Place): Promise<boolean> {
	const [row] = await db
		.select({ id: calibrationWorks.id })
		.from(calibrationWorks)
		.where(
			and(
				eq(calibrationWorks.siteId, siteId),
				eq(calibrationWorks.programmeVersionId, programmeVersionId),
				isNotNull(calibrationWorks.publishedAt),
				isNull(calibrationWorks.retiredAt)
			)
		)
		.limit(1);
	return row !== undefined;
}
