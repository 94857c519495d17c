import type { Database, Tx } from '@stazhirovka/db';
import { allocations, reviews } from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { conflict, fail } from '../../shell/errors.ts';

type Queryable = Database | Tx;
export type ReviewRow = typeof reviews.$inferSelect;
export type AllocationRow = typeof allocations.$inferSelect & { madeBy: string };

export async function insertAllocation(tx: Tx, allocation: typeof allocations.$inferInsert): Promise<string> {
	const [row] = await tx.insert(allocations).values(allocation).returning({ id: allocations.id });
	return row?.id ?? conflict('allocation');
}

/** The last one that somebody released: those that time made are told of by the journal. */
export async function lastAllocation(db: Queryable, cohortId: string): Promise<AllocationRow | undefined> {
	const [row] = await db
		.select()
		.from(allocations)
		.where(and(eq(allocations.cohortId, cohortId), isNotNull(allocations.madeBy)))
		.orderBy(desc(allocations.madeAt), desc(allocations.id))
		.limit(1);
	return row?.madeBy ? { ...row, madeBy: row.madeBy } : undefined;
}

export type NewReview = {
	allocationId: string;
	finalWorkId: string;
	reviewerId: string;
	/** The same as `reviewerId` for somebody of the reserve. */
	reserveId?: string | null;
	alias: string;
	dueAt: Date;
	givenAt?: Date;
	leaseUntil?: Date | null;
};

/** All at once, however many: one statement with a list for each column. */
export async function insertReviews(tx: Tx, rows: NewReview[]): Promise<void> {
	if (rows.length === 0) return;
	const columns = [
		rows.map((row) => row.allocationId),
		rows.map((row) => row.finalWorkId),
		rows.map((row) => row.reviewerId),
		rows.map((row) => row.reserveId ?? null),
		rows.map((row) => row.alias),
		rows.map((row) => row.dueAt.toISOString()),
		rows.map((row) => row.givenAt?.toISOString() ?? null),
		rows.map((row) => row.leaseUntil?.toISOString() ?? null)
	].map((values) => sql.param(values));
	await tx.execute(sql`
		insert into ${reviews}
			(allocation_id, final_work_id, reviewer_id, reserve_id, alias, due_at, given_at, lease_until)
		select allocation_id, final_work_id, reviewer_id, reserve_id, alias,
			due_at::timestamptz, coalesce(given_at::timestamptz, now()), lease_until::timestamptz
		from unnest(
			${columns[0]}::uuid[], ${columns[1]}::uuid[], ${columns[2]}::uuid[], ${columns[3]}::uuid[],
			${columns[4]}::text[], ${columns[5]}::text[], ${columns[6]}::text[], ${columns[7]}::text[]
		) as given
			(allocation_id, final_work_id, reviewer_id, reserve_id, alias, due_at, given_at, lease_until)`);
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
