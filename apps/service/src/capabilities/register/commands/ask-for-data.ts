import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { personalOf } from '../../accounts/index.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { claimRequest } from '../file-store.ts';
import { dataAsked } from '../letters.ts';

const DAY_MS = 86_400_000;

/** A letter to the learner with the way to the data; a second one on the same day is not sent. */
export async function askForData(ctx: Ctx, enrolmentId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { personId, cohortId } = await enterEnrolment(tx, ctx.actor, enrolmentId, 'leader');
		const now = ctx.now();
		if (!(await claimRequest(tx, enrolmentId, now, new Date(now.getTime() - DAY_MS)))) return;
		const person = (await personalOf(tx, personId)) ?? missing('enrolment');
		await post(tx, dataAsked(person, `${ctx.origin}/account/document`), now);
		await record(tx, ctx, 'register_data.asked_for', { id: enrolmentId, cohortId });
	});
}
