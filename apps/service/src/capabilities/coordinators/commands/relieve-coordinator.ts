import type { GivenAct } from '@stazhirovka/contract/sites';
import { holds } from '@stazhirovka/domain/accounts';
import { coordinatorRelievingFaults } from '@stazhirovka/domain/appointments';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { registerAct } from '../../sites/index.ts';
import {
	endCoordinating,
	enterForCoordinators,
	knownCoordinators,
	settleCoordinators
} from '../coordinating.ts';
import { tellRelieved } from '../letters.ts';

export type RelieveCoordinator = { id: string; act: GivenAct; personId: string; from: string };

/** Relieves a coordinator of a region by an act; the last one is relieved by nobody but whoever is set over the region. */
export async function relieveCoordinator(
	ctx: Ctx,
	{ id, act, personId, from }: RelieveCoordinator
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const region = await enterForCoordinators(tx, ctx, id);
		const known = await knownCoordinators(tx, id);
		const asked = { personId, from, signedOn: act.signedOn, today: region.today };
		const setOver = holds(ctx.actor.grants, 'administrator', { region: id });
		const faults = coordinatorRelievingFaults(known, { ...asked, setOver });
		if (faults.length) faulty('coordinator.faulty', { faults });

		const actId = await registerAct(tx, ctx, id, act);
		await endCoordinating(tx, known, { personId, from, actId });
		await settleCoordinators(tx, ctx, region);
		await tellRelieved(tx, ctx, region, { personId, from });
		await record(tx, ctx, 'region.coordinator_relieved', { id }, { personId, from, actId });
	});
}
