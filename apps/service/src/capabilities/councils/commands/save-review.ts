import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { checked, enterReview, refuseSave, type ReviewDraft } from '../own-review.ts';
import { putReview, type ReviewRow } from '../reviews-store.ts';

/** Saves the draft of a review on top of the named revision; only its reviewer can, until it is submitted. */
export async function saveReview(ctx: Ctx, { id, revision, answer }: ReviewDraft): Promise<ReviewRow> {
	return ctx.db.transaction(async (tx) => {
		const { expertise } = await enterReview(tx, ctx, id);
		if (expertise.finishedAt) fail('refused', 'expertise.finished');
		const draft = checked(expertise, answer, 'draft');
		const saved = await putReview(tx, { assignmentId: id, answer: draft, onTopOf: revision, at: ctx.now() });
		return saved ?? refuseSave(tx, id);
	});
}
