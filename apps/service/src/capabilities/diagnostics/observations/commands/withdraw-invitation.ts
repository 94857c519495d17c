import type { Ctx } from '../../../../shell/context.ts';
import { missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterEnrolment } from '../../../cohorts/index.ts';
import { observationsOf, withdraw } from '../store.ts';

/** Ends a link before it was answered by; one that is ended already stays so. What was said stays too. */
export async function withdrawInvitation(
	ctx: Ctx,
	{ id, observation }: { id: string; observation: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, id, 'intern', 'tutor');
		const ended = await withdraw(tx, enrolment.id, { id: observation }, ctx.now());
		if (ended === 0) {
			const standing = await observationsOf(tx, enrolment.id);
			if (!standing.some((row) => row.id === observation)) missing('observation');
			return;
		}
		await record(tx, ctx, 'observation.withdrawn', { id: enrolment.id, cohortId: enrolment.cohortId });
	});
}
