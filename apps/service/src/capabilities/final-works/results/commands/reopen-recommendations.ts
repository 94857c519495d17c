import type { Ctx } from '../../../../shell/context.ts';
import { allow, fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { internsOf } from '../../queries.ts';
import { enterTold } from '../access.ts';
import { tableReopened } from '../recommendation-letters.ts';
import { reopenSheet } from '../sheets-store.ts';

/** A tutor gives a finished table back to its author (R117): the answers stay, the author is told why. */
export async function reopenRecommendations(
	ctx: Ctx,
	{ id, reason }: { id: string; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { work, tutors } = await enterTold(tx, ctx.actor, id);
		allow(tutors);
		if (!(await reopenSheet(tx, id, 'recommendations'))) fail('refused', 'recommendations.not_finished');

		const author = (await internsOf(tx, work.cohortId)).get(work.enrolmentId) ?? missing('enrolment');
		const reader = { email: author.email, givenName: author.person.givenName };
		const link = `${ctx.origin}/works/${id}/recommendations`;
		await post(tx, tableReopened(reader, { title: work.title, reason, link }), ctx.now());
		await record(tx, ctx, 'recommendations.reopened', { id, cohortId: work.cohortId }, { reason });
	});
}
