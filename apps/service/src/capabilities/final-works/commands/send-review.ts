import { decideReview, reviewLacks } from '@stazhirovka/domain/final-works';
import type { Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { handIn, isHandedIn } from '../../forms/index.ts';
import { enterReview, holdReview } from '../access.ts';
import { toScores } from '../review-sheet.ts';
import { markSent } from '../reviews-store.ts';
import type { ReviewDraft } from './save-review.ts';

/**
 * Sends a review for good (R115). A late one is taken until the announcement. The same review again (a double
 * click) is answered like the first.
 */
export async function sendReview(ctx: Ctx, { id, ...draft }: ReviewDraft): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { sheet, cohort, programme } = await enterReview(tx, ctx.actor, id);
		const { cohortId } = cohort;
		const { announcedAt, review } = await holdReview(tx, cohort, id);
		if (await isHandedIn(tx, sheet, draft.answer)) return;

		const facts = { sentAt: review.sentAt, announced: announcedAt !== null };
		settle(decideReview(facts, { type: 'send', complete: true }, ctx.now()));
		// What the sheet's own rules miss: words where no length is asked for.
		const lacks = reviewLacks(sheet.definition, draft.answer as Answer);
		const { answer } = await handIn(tx, sheet, draft, { personId: ctx.actor.personId, at: ctx.now() });
		if (lacks.length) faulty('review.few_words', { fields: lacks.map(({ label }) => label).join(', ') });

		const words = toScores(sheet.definition, programme.rules.peer.criteria, answer);
		await markSent(tx, id, { ...words, sentAt: ctx.now() });
		await record(tx, ctx, 'review.sent', { id, cohortId }, { work: review.finalWorkId });
	});
}
