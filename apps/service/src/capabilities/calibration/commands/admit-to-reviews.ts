import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { standingOf } from '../standing.ts';
import { insertAdmission } from '../store.ts';

/** The tutor's word after a talk; why is kept (R116). */
export async function admitToReviews(
	ctx: Ctx,
	{ id, reason }: { id: string; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const intern = await enterEnrolment(tx, ctx.actor, id, 'tutor', 'leader');
		const { state } = await standingOf(tx, intern);
		if (state !== 'stuck') fail('refused', 'calibration.not_stuck');
		const made = { reason, admittedBy: ctx.actor.personId, admittedAt: ctx.now() };
		await insertAdmission(tx, { enrolmentId: id, ...made });
		await record(tx, ctx, 'calibration.admitted', { id, cohortId: intern.cohortId }, { reason });
	});
}
