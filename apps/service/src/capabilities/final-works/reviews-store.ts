import type { Database, Tx } from '@stazhirovka/db';
import { allocations, reviews } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { conflict, fail } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type ReviewRow = typeof reviews.$inferSelect;
export type AllocationRow = typeof allocations.$inferSelect;

export async function insertAllocation(tx: Tx, allocation: typeof allocations.$inferInsert): Promise<string> {
	const [row] = await tx.insert(allocations).values(allocation).returning({ id: allocations.id });
	return row?.id ?? conflict('allocation');
}

export async function lastAllocation(db: Queryable, cohortId: string): Promise<AllocationRow | undefined> {
	const [row] = await db
		.select()
		.from(allocations)
		.where(eq(allocations.cohortId, cohortId))
		.orderBy(desc(allocations.madeAt), desc(allocations.id))
		.limit(1);
	return row;
}

export async function insertReviews(tx: Tx, rows: (typeof reviews.$inferInsert)[]): Promise<void> {
	if (rows.length) await tx.insert(reviews).values(rows);
}

export async function findReview(db: Queryable, id: string): Promise<ReviewRow | undefined> {
	const [row] = await db.select().from(reviews).where(eq(reviews.id, id));
	return row;
}

/** Reviews of these works, sent or not, in the order of their aliases. */
export function reviewsOf(db: Queryable, workIds: string[]): Promise<ReviewRow[]> {
	return db
		.select()
		.from(reviews)
		.where(inArray(reviews.finalWorkId, workIds))
		.orderBy(asc(reviews.finalWorkId), asc(reviews.alias), asc(reviews.id));
}

/** A review is sent once; what was sent never changes. */
export async function markSent(
	tx: Tx,
	id: string,
	sent: { scores: Record<string, number>; comments: Record<string, string>; sentAt: Date }
): Promise<ReviewRow> {
	const [row] = await tx
		.update(reviews)
		.set(sent)
		.where(and(eq(reviews.id, id), isNull(reviews.sentAt)))
		.returning();
	return row ?? fail('refused', 'review.already_sent');
}
