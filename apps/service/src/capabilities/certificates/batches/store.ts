import type { Problem } from '@stazhirovka/contract/problem';
import type { Database, Tx } from '@stazhirovka/db';
import {
	certificateBatchEntries as entries,
	certificateBatches as batches,
	certificates,
	type CertificateWords
} from '@stazhirovka/db/schema';
import { and, asc, eq, exists, inArray, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm';
import { conflict, missing } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type BatchRow = typeof batches.$inferSelect;
export type Claimed = { batchId: string; enrolmentId: string; words: CertificateWords; position: number };
export type Listed = { enrolmentId: string; words: CertificateWords };

/** After so long without a result the process that printed it is taken for dead. */
const LEASE_MS = 30_000;

export async function insertBatch(
	tx: Tx,
	batch: typeof batches.$inferInsert,
	listed: Listed[]
): Promise<string> {
	const [row] = await tx.insert(batches).values(batch).returning({ id: batches.id });
	const batchId = row?.id ?? conflict('batch');
	await tx.insert(entries).values(listed.map((one, position) => ({ ...one, batchId, position })));
	return batchId;
}

export async function findBatch(db: Queryable, id: string): Promise<BatchRow | undefined> {
	const [row] = await db.select().from(batches).where(eq(batches.id, id));
	return row;
}

/** Whoever decides about one batch goes one after the other. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow> {
	const [row] = await tx.select().from(batches).where(eq(batches.id, id)).for('no key update');
	return row ?? missing('batch');
}

export async function decide(
	tx: Tx,
	id: string,
	decision: Pick<BatchRow, 'state' | 'decidedBy' | 'decidedAt' | 'reason'>
): Promise<void> {
	const rows = await tx
		.update(batches)
		.set(decision)
		.where(and(eq(batches.id, id), eq(batches.state, 'prepared')))
		.returning({ id: batches.id });
	if (rows.length === 0) conflict('batch');
}

const waiting = and(isNull(entries.certificateId), isNull(entries.failure));

/** People of these who wait in a batch that was not returned, with it. What failed may stand in the next one. */
export async function standingIn(db: Queryable, enrolmentIds: string[]): Promise<Map<string, string>> {
	const rows = await db
		.select({ enrolmentId: entries.enrolmentId, batchId: entries.batchId })
		.from(entries)
		.innerJoin(batches, eq(batches.id, entries.batchId))
		.where(and(inArray(entries.enrolmentId, enrolmentIds), waiting, ne(batches.state, 'returned')));
	return new Map(rows.map(({ enrolmentId, batchId }) => [enrolmentId, batchId]));
}

const unfinished = and(eq(batches.state, 'approved'), isNull(batches.finishedAt));

/** An entry that nobody prints at this moment. */
function claimable(now: Date) {
	const free = or(isNull(entries.claimedAt), lt(entries.claimedAt, new Date(now.getTime() - LEASE_MS)));
	return and(waiting, free);
}

/** Whether a document waits that nobody prints, or a batch is done and nobody was told. */
export async function issuingWaits(db: Database, now: Date): Promise<boolean> {
	// Each its own: a query that is given a second condition forgets the first.
	const own = () => db.select({ one: sql`1` }).from(entries);
	const left = own().where(and(eq(entries.batchId, batches.id), waiting));
	const free = own().where(and(eq(entries.batchId, batches.id), claimable(now)));
	const [row] = await db
		.select({ id: batches.id })
		.from(batches)
		.where(and(unfinished, or(exists(free), notExists(left))))
		.limit(1);
	return row !== undefined;
}

/** The next documents that nobody prints, all of one batch, in the order of its list; none when nothing waits. */
export async function claimEntries(db: Database, now: Date, most: number): Promise<Claimed[]> {
	const [oldest] = await db
		.select({ id: batches.id })
		.from(batches)
		.innerJoin(entries, eq(entries.batchId, batches.id))
		.where(and(unfinished, claimable(now)))
		.orderBy(asc(batches.decidedAt), asc(batches.id))
		.limit(1);
	if (!oldest) return [];

	// Chosen once: as a plain subquery it may be asked again for every row of the batch.
	const next = db.$with('next').as(
		db
			.select({ enrolmentId: entries.enrolmentId })
			.from(entries)
			.where(and(eq(entries.batchId, oldest.id), claimable(now)))
			.orderBy(asc(entries.position))
			.limit(most)
			.for('update', { skipLocked: true })
	);
	const rows = await db
		.with(next)
		.update(entries)
		.set({ claimedAt: now })
		.from(next)
		.where(and(eq(entries.batchId, oldest.id), eq(entries.enrolmentId, next.enrolmentId)))
		.returning({
			batchId: entries.batchId,
			enrolmentId: entries.enrolmentId,
			words: entries.words,
			position: entries.position
		});
	return rows.toSorted((one, other) => one.position - other.position);
}

/** Each of these documents is that of the entry with its holder. */
export async function markIssued(tx: Tx, batchId: string, certificateIds: string[]): Promise<void> {
	await tx
		.update(entries)
		.set({ certificateId: sql`${certificates.id}`, failure: null, failureDetails: null })
		.from(certificates)
		.where(
			and(
				eq(entries.batchId, batchId),
				eq(certificates.enrolmentId, entries.enrolmentId),
				inArray(certificates.id, certificateIds)
			)
		);
}

export async function markFailed(
	db: Queryable,
	{ batchId, enrolmentId }: Pick<Claimed, 'batchId' | 'enrolmentId'>,
	{ code, details = {} }: Pick<Problem, 'code' | 'details'>
): Promise<void> {
	await db
		.update(entries)
		.set({ failure: code, failureDetails: details })
		.where(
			and(eq(entries.batchId, batchId), eq(entries.enrolmentId, enrolmentId), isNull(entries.certificateId))
		);
}

/** What could not be printed waits again; answers how many. */
export async function resetFailed(tx: Tx, batchId: string): Promise<number> {
	const rows = await tx
		.update(entries)
		.set({ failure: null, failureDetails: null, claimedAt: null })
		.where(and(eq(entries.batchId, batchId), isNull(entries.certificateId), isNotNull(entries.failure)))
		.returning({ enrolmentId: entries.enrolmentId });
	if (rows.length) await tx.update(batches).set({ finishedAt: null }).where(eq(batches.id, batchId));
	return rows.length;
}

/** Approved batches in which nothing waits any more, each answered once. */
export function finishBatches(tx: Tx, finishedAt: Date): Promise<BatchRow[]> {
	const left = tx
		.select({ one: sql`1` })
		.from(entries)
		.where(and(eq(entries.batchId, batches.id), waiting));
	return tx
		.update(batches)
		.set({ finishedAt })
		.where(and(unfinished, notExists(left)))
		.returning();
}
