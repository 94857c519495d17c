import { percentOf, recommendationOf, scoreOf, scoresOf } from '@stazhirovka/domain/councils';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { checked, enterReview, refuseSave, type ReviewDraft } from '../own-review.ts';
import { markSubmitted, putReview } from '../reviews-store.ts';

/**
 * Submits a review for good; its score and recommendation follow from the terms of the expertise. The same review again
 * (a double click) is answered like the first. Answers with the application's id.
 */
export async function submitReview(ctx: Ctx, { id, revision, answer }: ReviewDraft): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { assignment, expertise } = await enterReview(tx, ctx, id);
		const { applicationId, criteria, threshold } = expertise;
		const { review } = assignment;
		if (review?.submittedAt && isDeepStrictEqual(review.answer, answer)) return applicationId;
		if (expertise.finishedAt) fail('refused', 'expertise.finished');

		const whole = checked(expertise, answer, 'final');
		const put = { assignmentId: id, answer: whole, onTopOf: revision, at: ctx.now() };
		if (!(await putReview(tx, put))) await refuseSave(tx, id);
		const scores = scoresOf(criteria, whole);
		const score = percentOf(scoreOf(criteria, scores));
		const recommendation = recommendationOf(criteria, threshold, scores);
		await markSubmitted(tx, id, { submittedAt: ctx.now(), score, recommendation });
		await record(tx, ctx, 'application_review.submitted', { id: applicationId }, { score, recommendation });
		return applicationId;
	});
}
