import { decideReview } from '@stazhirovka/domain/final-works';
import type { Ctx } from '../../../shell/context.ts';
import { settle } from '../../../shell/errors.ts';
import { saveDraft } from '../../forms/index.ts';
import { enterReview } from '../access.ts';
import { holdOffAnnouncement } from '../store.ts';

export type ReviewDraft = { id: string; revision: number; answer: Record<string, unknown> };

/** Saves the draft of a review; only its reviewer can, until it is sent or the results are announced. */
export async function saveReview(ctx: Ctx, { id, ...draft }: ReviewDraft) {
	return ctx.db.transaction(async (tx) => {
		const { review, sheet, enrolment } = await enterReview(tx, ctx.actor, id);
		const { announcedAt } = await holdOffAnnouncement(tx, enrolment.cohortId);
		const facts = { sentAt: review.sentAt, announced: announcedAt !== null };
		settle(decideReview(facts, { type: 'save' }, ctx.now()));

		return saveDraft(tx, sheet, draft, { personId: ctx.actor.personId, at: ctx.now() });
	});
}
