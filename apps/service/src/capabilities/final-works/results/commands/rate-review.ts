import { checkUsefulness, type Usefulness } from '@stazhirovka/domain/results';
import type { Ctx } from '../../../../shell/context.ts';
import { missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterEnrolment } from '../../../cohorts/index.ts';
import { findReview } from '../../reviews-store.ts';
import { findWork } from '../../store.ts';
import { insertUsefulness, usefulnessOf } from '../usefulness-store.ts';

/** The author's word on a review of the own work, before its marks are shown. It changes no result. */
export async function rateReview(
	ctx: Ctx,
	{ id, answer, reason }: { id: string; answer: Usefulness; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const review = (await findReview(tx, id)) ?? missing('enrolment');
		const work = (await findWork(tx, review.finalWorkId)) ?? missing('enrolment');
		const { cohortId, announcedAt } = await enterEnrolment(tx, ctx.actor, work.enrolmentId, 'intern');
		const said = (await usefulnessOf(tx, [id])).has(id);
		const open = { announced: announcedAt !== null && review.sentAt !== null, said };
		settle(checkUsefulness(open, { answer, reason }));

		const word = answer === 'skipped' ? '' : reason;
		await insertUsefulness(tx, { reviewId: id, answer, reason: word, answeredAt: ctx.now() });
		await record(tx, ctx, 'review.rated', { id, cohortId }, { answer });
	});
}
