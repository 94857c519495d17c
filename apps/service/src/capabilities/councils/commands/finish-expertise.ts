import { expertiseResult, percentOf, settleExpertise, type CastingWord } from '@stazhirovka/domain/councils';
import { tieDecider } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockedApplication, moveTo } from '../../sites/index.ts';
import { enterExpertise } from '../access.ts';
import { prepareLetter } from '../decisions/letters.ts';
import { presidingOver } from '../presiding.ts';
import { submittedScores, wantedOf } from '../reckoning.ts';
import { assignmentsOf } from '../reviews-store.ts';
import { lockCouncil, lockExpertise, markFinished } from '../store.ts';

type Ending = { id: string; word?: CastingWord | null };

/**
 * Finishes an expertise once all its reviews are in: its result follows from them by the council's rule (R5). Split, it
 * goes on to the council that votes; where none does, it ends by the word of who presides. Answers with the council's id.
 */
export async function finishExpertise(ctx: Ctx, { id, word = null }: Ending): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { council } = await enterExpertise(tx, ctx, id);
		await lockCouncil(tx, council.id);
		const expertise = (await lockExpertise(tx, id)) ?? missing('expertise');
		if (expertise.finishedAt) conflict('expertise');

		const assigned = await assignmentsOf(tx, [id]);
		const { criteria, applicationId } = expertise;
		const submitted = submittedScores(criteria, assigned);
		const wanted = wantedOf(expertise, assigned);
		const found =
			expertiseResult(expertise, { assigned: wanted, submitted }) ??
			fail('refused', 'expertise.reviews_missing', { limit: wanted, found: submitted.length });

		const application = await lockedApplication(tx, applicationId);
		const tie = tieDecider(application.rules.profile);
		const presides = await presidingOver(tx, ctx, expertise);
		const { result, castBy, castReason } = settle(settleExpertise(found, tie, { presides, word }));
		const score = percentOf(found.mean);
		const by = { finishedBy: ctx.actor.personId, finishedAt: ctx.now() };
		if (!(await markFinished(tx, id, { result, score, castBy, castReason, ...by }))) conflict('expertise');
		await moveTo(tx, ctx, application, 'finish_review', { reviewResult: result });
		await prepareLetter(tx, ctx, application, { kind: 'expertise', result });
		const { positive, negative } = found;
		const noted = { applicationId, result, score, positive, negative, castBy, castReason };
		await record(tx, ctx, 'expertise.finished', { id }, noted);
		return council.id;
	});
}
