import { agreementFaults, type Agreement } from '@stazhirovka/domain/answering';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { writeAgreement } from '../store.ts';

/** Agrees within how many working hours tutors of a cohort answer. For its leader. */
export async function agreeOnAnswers(
	ctx: Ctx,
	{ cohortId, ...agreement }: Agreement & { cohortId: string }
): Promise<void> {
	const faults = agreementFaults(agreement);
	if (faults.length) faulty('answering.faulty', { faults });

	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		await writeAgreement(tx, cohortId, agreement, ctx.now());
		await record(tx, ctx, 'answering.agreed', { id: cohortId, cohortId }, { ...agreement });
	});
}
