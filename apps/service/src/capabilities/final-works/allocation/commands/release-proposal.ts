import { ALLOCATION_VERSION } from '@stazhirovka/domain/matching';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort } from '../../../cohorts/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import * as finalWorks from '../../store.ts';
import { give } from '../giving.ts';
import { draw } from '../proposing.ts';
import { situationOf } from '../situation.ts';
import * as store from '../store.ts';

/**
 * Gives the works exactly as the proposal showed it (R115). It is drawn again from the cohort as it stands: a
 * proposal whose input or result would differ is refused, so nothing is released that nobody has seen.
 */
export async function releaseProposal(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId } = (await store.findProposal(tx, id)) ?? missing('cohort');
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		const { announcedAt } = await finalWorks.lockCohort(tx, cohortId);
		if (announcedAt) fail('refused', 'results.already_announced');
		const proposal = (await store.findProposal(tx, id)) ?? missing('cohort');
		if (proposal.allocationId) fail('refused', 'allocation.released');

		const programme = await loadProgramme(tx, cohort.programmeVersionId);
		const situation = await situationOf(tx, cohortId);
		const drawn = draw(situation, programme.rules.peer, proposal);
		if (!drawn || !isAsShown(proposal, drawn)) fail('refused', 'allocation.stale');
		const { plan } = drawn;
		const { short, sameOrganisation } = plan.allocation;
		if (short.length && proposal.way === null) fail('refused', 'allocation.short');
		if (plan.added.length + plan.dropped.length === 0) fail('refused', 'allocation.nothing_new');

		const round = { cohort, programme, situation, plan };
		const { allocationId } = await give(tx, ctx, round, ctx.actor.personId);
		await store.markReleased(tx, id, allocationId);
		const { seed, way, silent, inputHash, resultHash } = proposal;
		const facts = { seed, version: ALLOCATION_VERSION, way, silent, inputHash, resultHash, proposal: id };
		const data = { ...facts, pairs: plan.added.length, dropped: plan.dropped, short, sameOrganisation };
		await record(
			tx,
			ctx,
			'reviews.allocated',
			{ id: allocationId, cohortId },
			{ ...data, deficit: plan.deficit }
		);
	});
}

function isAsShown(
	shown: Pick<store.ProposalRow, 'version' | 'inputHash' | 'resultHash'>,
	drawn: { inputHash: string; resultHash: string }
): boolean {
	return (
		shown.version === ALLOCATION_VERSION &&
		shown.inputHash === drawn.inputHash &&
		shown.resultHash === drawn.resultHash
	);
}
