import type { Database, Tx } from '@stazhirovka/db';
import { reviews, reviewUsefulness } from '@stazhirovka/db/schema';
import type { Usefulness } from '@stazhirovka/domain/results';
import { eq, inArray } from 'drizzle-orm';
import { fail } from '../../../shell/errors.ts';

type Queryable = Database | Tx;
export type UsefulnessRow = typeof reviewUsefulness.$inferSelect;

export async function insertUsefulness(tx: Tx, row: UsefulnessRow): Promise<void> {
	const rows = await tx
		.insert(reviewUsefulness)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: reviewUsefulness.reviewId });
	if (rows.length === 0) fail('refused', 'usefulness.already_said');
}

/** What authors have said of these reviews. */
export async function usefulnessOf(db: Queryable, reviewIds: string[]): Promise<Map<string, UsefulnessRow>> {
	if (reviewIds.length === 0) return new Map();
	const rows = await db.select().from(reviewUsefulness).where(inArray(reviewUsefulness.reviewId, reviewIds));
	return new Map(rows.map((row) => [row.reviewId, row]));
}

/** All that was said of the reviews of one person in a cohort, without telling of which. */
export async function saidOfReviewer(db: Queryable, reviewerId: string): Promise<Usefulness[]> {
	const rows = await db
		.select({ answer: reviewUsefulness.answer })
		.from(reviewUsefulness)
		.innerJoin(reviews, eq(reviews.id, reviewUsefulness.reviewId))
		.where(eq(reviews.reviewerId, reviewerId));
	return rows.map(({ answer }) => answer);
}
