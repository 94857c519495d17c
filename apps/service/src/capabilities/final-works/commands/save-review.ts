import { decideReview } from '@stazhirovka/domain/final-works';
import type { Ctx } from '../../../shell/context.ts';
import { settle } from '../../../shell/errors.ts';
import { saveDraft } from '../../forms/index.ts';
import { enterReview, holdReview } from '../access.ts';

export type ReviewDraft = { id: string; revision: number; answer: Record<string, unknown> };

/** Saves the draft of a review; only its reviewer can, until it is sent or the results are announced. */
export async function saveReview(ctx: Ctx, { id, ...draft }: ReviewDraft) {
	return ctx.db.transaction(async (tx) => {
		const { sheet, cohort } = await enterReview(tx, ctx.actor, id);
		const { announcedAt, review } = await holdReview(tx, cohort, id);
		const facts = { sentAt: review.sentAt, announced: announcedAt !== null };
		settle(decideReview(facts, { type: 'save' }, ctx.now()));

		return saveDraft(tx, sheet, draft, { personId: ctx.actor.personId, at: ctx.now() });
	});
}
