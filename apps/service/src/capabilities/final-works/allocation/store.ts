import type { Database, Tx } from '@stazhirovka/db';
import {
	allocationProposals,
	finalWorks,
	reserveReviewers,
	reviewConflicts,
	reviewReturns,
	reviews
} from '@stazhirovka/db/schema';
import { and, desc, eq, inArray, isNull, notExists } from 'drizzle-orm';
import { conflict, fail, missing } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type ProposalRow = typeof allocationProposals.$inferSelect;
export type ConflictRow = typeof reviewConflicts.$inferSelect;
export type ReserveRow = typeof reserveReviewers.$inferSelect;
type ReturnRow = typeof reviewReturns.$inferInsert;

export async function insertProposal(
	tx: Tx,
	proposal: typeof allocationProposals.$inferInsert
): Promise<string> {
	const [row] = await tx
		.insert(allocationProposals)
		.values(proposal)
		.returning({ id: allocationProposals.id });
	return row?.id ?? conflict('allocation');
}

export async function findProposal(db: Queryable, id: string): Promise<ProposalRow | undefined> {
	const [row] = await db.select().from(allocationProposals).where(eq(allocationProposals.id, id));
	return row;
}

/** The newest one of the cohort, released or not. */
export async function lastProposal(db: Queryable, cohortId: string) {
	const { id, madeAt, madeBy, allocationId } = allocationProposals;
	const [row] = await db
		.select({ id, madeAt, madeBy, allocationId })
		.from(allocationProposals)
		.where(eq(allocationProposals.cohortId, cohortId))
		.orderBy(desc(madeAt), desc(id))
		.limit(1);
	return row;
}

/** A proposal is released once. */
export async function markReleased(tx: Tx, id: string, allocationId: string): Promise<void> {
	const rows = await tx
		.update(allocationProposals)
		.set({ allocationId })
		.where(and(eq(allocationProposals.id, id), isNull(allocationProposals.allocationId)))
		.returning({ id: allocationProposals.id });
	if (rows.length === 0) fail('refused', 'allocation.released');
}

/** Opens the reviews of all these works at once; a work in another state is a sign of somebody who was faster. */
export async function openWorks(tx: Tx, ids: string[]): Promise<void> {
	if (ids.length === 0) return;
	const rows = await tx
		.update(finalWorks)
		.set({ state: 'in_review' })
		.where(and(inArray(finalWorks.id, ids), eq(finalWorks.state, 'published')))
		.returning({ id: finalWorks.id });
	if (rows.length !== ids.length) conflict('final_work');
}

/** Conflicts that hold between any two of these people, wherever they were declared. */
export function conflictsAmong(db: Queryable, personIds: string[]): Promise<ConflictRow[]> {
	return db
		.select()
		.from(reviewConflicts)
		.where(
			and(
				isNull(reviewConflicts.withdrawnAt),
				inArray(reviewConflicts.firstId, personIds),
				inArray(reviewConflicts.secondId, personIds)
			)
		)
		.orderBy(desc(reviewConflicts.declaredAt), desc(reviewConflicts.id));
}

export async function findConflict(db: Queryable, id: string): Promise<ConflictRow | undefined> {
	const [row] = await db.select().from(reviewConflicts).where(eq(reviewConflicts.id, id));
	return row;
}

/** The same two again change nothing: undefined then. */
export async function insertConflict(
	tx: Tx,
	between: [string, string],
	told: Omit<typeof reviewConflicts.$inferInsert, 'firstId' | 'secondId'>
): Promise<string | undefined> {
	const [firstId = '', secondId = ''] = between.toSorted();
	const [row] = await tx
		.insert(reviewConflicts)
		.values({ ...told, firstId, secondId })
		.onConflictDoNothing()
		.returning({ id: reviewConflicts.id });
	return row?.id;
}

export async function markWithdrawn(tx: Tx, id: string, by: string, at: Date): Promise<void> {
	const rows = await tx
		.update(reviewConflicts)
		.set({ withdrawnBy: by, withdrawnAt: at })
		.where(and(eq(reviewConflicts.id, id), isNull(reviewConflicts.withdrawnAt)))
		.returning({ id: reviewConflicts.id });
	if (rows.length === 0) missing('review_conflict');
}

export function returnsOf(db: Queryable, cohortId: string) {
	const { finalWorkId, reviewerId, because } = reviewReturns;
	return db
		.select({ finalWorkId, reviewerId, because })
		.from(reviewReturns)
		.where(eq(reviewReturns.cohortId, cohortId));
}

/** Takes reviews back that were not sent; whoever has sent one meanwhile was faster. */
export async function takeBack(tx: Tx, returns: ReturnRow[]): Promise<void> {
	if (returns.length === 0) return;
	const ids = returns.map(({ reviewId }) => reviewId);
	const gone = await tx
		.delete(reviews)
		.where(and(inArray(reviews.id, ids), isNull(reviews.sentAt)))
		.returning({ id: reviews.id });
	if (gone.length !== ids.length) conflict('allocation');
	await tx.insert(reviewReturns).values(returns);
}

export function reserveOf(db: Queryable, cohortId: string): Promise<ReserveRow[]> {
	return db.select().from(reserveReviewers).where(eq(reserveReviewers.cohortId, cohortId));
}

export async function findReserve(db: Queryable, id: string): Promise<ReserveRow | undefined> {
	const [row] = await db.select().from(reserveReviewers).where(eq(reserveReviewers.id, id));
	return row;
}

/** Who is in it already stays as they are. */
export async function insertReserve(tx: Tx, rows: (typeof reserveReviewers.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(reserveReviewers).values(rows).onConflictDoNothing();
}

export async function deleteReserve(tx: Tx, cohortId: string, id: string): Promise<void> {
	const given = tx.select({ id: reviews.id }).from(reviews).where(eq(reviews.reserveId, id));
	const rows = await tx
		.delete(reserveReviewers)
		.where(and(eq(reserveReviewers.id, id), eq(reserveReviewers.cohortId, cohortId), notExists(given)))
		.returning({ id: reserveReviewers.id });
	if (rows.length === 0) fail('refused', 'review_reserve.reviews');
}
