import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { discard } from '../../../forms/index.ts';
import { enterReview } from '../../access.ts';
import { findReview } from '../../reviews-store.ts';
import * as finalWorks from '../../store.ts';
import { internsOf } from '../../queries.ts';
import { giveOn } from '../giving-on.ts';
import * as store from '../store.ts';

type Declined = { id: string; kind: 'knows_author' | 'cannot_judge'; reason: string };

/**
 * «I know the author» or «I cannot judge» (R115): the review goes back before it is sent, the two never review each
 * other again, and another reviewer is found at once. The author learns nothing.
 */
export async function declineReview(ctx: Ctx, { id, kind, reason }: Declined): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { sheet, cohort, programme } = await enterReview(tx, ctx.actor, id);
		const { cohortId } = cohort;
		const { announcedAt } = await finalWorks.lockCohort(tx, cohortId);
		const review = (await findReview(tx, id)) ?? missing('enrolment');
		if (announcedAt) fail('refused', 'review.results_announced');
		if (review.sentAt) fail('refused', 'review.already_sent');

		const { finalWorkId, reviewerId } = review;
		const people = await internsOf(tx, cohortId);
		const work = (await finalWorks.findWork(tx, finalWorkId)) ?? missing('final_work');
		const author = (people.get(work.enrolmentId) ?? missing('enrolment')).person.id;
		const by = { declaredBy: ctx.actor.personId, declaredAt: ctx.now() };
		await store.insertConflict(tx, [ctx.actor.personId, author], { cohortId, kind, reason, ...by });
		const back = { returnedBy: ctx.actor.personId, returnedAt: ctx.now() };
		const taken = { reviewId: id, cohortId, finalWorkId, reviewerId, because: 'declined' as const };
		await store.takeBack(tx, [{ ...taken, ...back }]);
		await discard(tx, sheet);
		await record(tx, ctx, 'review.declined', { id, cohortId }, { work: finalWorkId, kind });

		await giveOn(tx, ctx, { cohort, programme }, { lost: [finalWorkId], expired: [] });
	});
}
