import { expertiseResult, percentOf, scoresOf } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockedApplication, moveTo } from '../../sites/index.ts';
import { enterExpertise } from '../access.ts';
import { prepareLetter } from '../decisions/letters.ts';
import { assignmentsOf } from '../reviews-store.ts';
import { lockCouncil, lockExpertise, markFinished } from '../store.ts';

/** Finishes an expertise once all its reviews are in: its result follows from them by the council's rule (R5). Answers with the council's id. */
export async function finishExpertise(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { council } = await enterExpertise(tx, ctx, id);
		await lockCouncil(tx, council.id);
		const expertise = (await lockExpertise(tx, id)) ?? missing('expertise');
		if (expertise.finishedAt) conflict('expertise');

		const assigned = await assignmentsOf(tx, [id]);
		const answers = assigned.flatMap(({ review }) => (review?.submittedAt ? [review.answer] : []));
		const { perApplication, criteria, applicationId } = expertise;
		const submitted = answers.map((answer) => scoresOf(criteria, answer));
		const wanted = Math.max(perApplication, assigned.length);
		const found = expertiseResult(expertise, { assigned: wanted, submitted });
		const { result, mean, positive, negative } =
			found ?? fail('refused', 'expertise.reviews_missing', { limit: wanted, found: answers.length });

		const score = percentOf(mean);
		const by = { finishedBy: ctx.actor.personId, finishedAt: ctx.now() };
		if (!(await markFinished(tx, id, { result, score, ...by }))) conflict('expertise');
		const application = await lockedApplication(tx, applicationId);
		await moveTo(tx, ctx, application, 'finish_review', { reviewResult: result });
		await prepareLetter(tx, ctx, application, { kind: 'expertise', result });
		const noted = { applicationId, result, score, positive, negative };
		await record(tx, ctx, 'expertise.finished', { id }, noted);
		return council.id;
	});
}
