import type { Database, Tx } from '@stazhirovka/db';
import { cohorts, finalWorks, formAnswers, reviews } from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';

type Lease = {
	id: string;
	reviewerId: string;
	finalWorkId: string;
	title: string;
	givenAt: Date;
	remindedAt: Date | null;
	leaseUntil: Date;
};

/** Cohorts in which a review that nobody has sent is still lent. */
export async function cohortsWithLeases(db: Database): Promise<string[]> {
	const rows = await db
		.selectDistinct({ id: finalWorks.cohortId })
		.from(reviews)
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.where(and(isNotNull(reviews.leaseUntil), isNull(reviews.sentAt), isNull(cohorts.announcedAt)));
	return rows.map(({ id }) => id);
}

/** Reviews of the cohort that are lent and not begun. */
export async function openLeases(tx: Tx, cohortId: string): Promise<Lease[]> {
	const begun = tx
		.select({ id: formAnswers.id })
		.from(formAnswers)
		.where(eq(formAnswers.occasion, sql`${reviews.id}::text`));
	const rows = await tx
		.select({
			id: reviews.id,
			reviewerId: reviews.reviewerId,
			finalWorkId: reviews.finalWorkId,
			title: finalWorks.title,
			givenAt: reviews.givenAt,
			remindedAt: reviews.remindedAt,
			leaseUntil: reviews.leaseUntil
		})
		.from(reviews)
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.where(
			and(
				eq(finalWorks.cohortId, cohortId),
				isNotNull(reviews.leaseUntil),
				isNull(reviews.sentAt),
				notExists(begun)
			)
		)
		.orderBy(asc(reviews.id));
	return rows.filter((row): row is Lease => row.leaseUntil !== null);
}

export async function markReminded(tx: Tx, ids: string[], at: Date): Promise<void> {
	await tx.update(reviews).set({ remindedAt: at }).where(inArray(reviews.id, ids));
}

export async function endLeases(tx: Tx, ids: string[]): Promise<void> {
	if (ids.length) await tx.update(reviews).set({ leaseUntil: null }).where(inArray(reviews.id, ids));
}
