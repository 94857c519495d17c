import type { Tx } from '@stazhirovka/db';
import { enrolments, extensions, reviews } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';

/** Another last moment for every review of the cohort that was not sent yet. */
export async function putReviewsDue(tx: Tx, cohortId: string, dueAt: Date): Promise<void> {
	await tx
		.update(reviews)
		.set({ dueAt })
		.where(and(isNull(reviews.sentAt), inArray(reviews.reviewerId, reviewersOf(tx, cohortId))));
}

/** Whoever was given more time for the reviews has it for each of them that was not sent yet. */
export async function extendReviews(
	tx: Tx,
	{ cohortId, timeZone }: { cohortId: string; timeZone: string }
): Promise<void> {
	const given = sql`(
		select (max(x.until) + 1)::timestamp at time zone ${timeZone} from ${extensions} x
		where x.enrolment_id = ${reviews.reviewerId} and x.step = 'reviews')`;
	await tx
		.update(reviews)
		.set({ dueAt: sql`${given}` })
		.where(
			and(
				isNull(reviews.sentAt),
				inArray(reviews.reviewerId, reviewersOf(tx, cohortId)),
				sql`${reviews.dueAt} < ${given}`
			)
		);
}

function reviewersOf(tx: Tx, cohortId: string) {
	return tx.select({ id: enrolments.id }).from(enrolments).where(eq(enrolments.cohortId, cohortId));
}
