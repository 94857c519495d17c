import type { GivenAct } from '@stazhirovka/contract/sites';
import { appointingFault } from '@stazhirovka/domain/appointments';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { personByEmail } from '../../accounts/index.ts';
import { registerAct } from '../../sites/index.ts';
import {
	endCoordinating,
	enterForCoordinators,
	knownCoordinators,
	settleCoordinators
} from '../coordinating.ts';
import { tellNamed } from '../letters.ts';
import { insertCoordinators } from '../store.ts';

export type AppointCoordinator = { id: string; act: GivenAct; email: string; from: string };

/**
 * Names a coordinator of a region by an act (R30). The right comes with the day: at once, or when the day comes. Those
 * who coordinate the region already go on beside the new one.
 */
export async function appointCoordinator(
	ctx: Ctx,
	{ id, act, email, from }: AppointCoordinator
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const region = await enterForCoordinators(tx, ctx, id);
		const personId = await personByEmail(tx, email);
		const faults = personId === undefined ? [{ code: 'coordinator.unknown', field: 'email' }] : [];
		if (personId === undefined) return faulty('coordinator.faulty', { faults });
		const known = await knownCoordinators(tx, id);
		const { signedOn } = act;
		const fault = appointingFault(known, { personId, from, signedOn, today: region.today });
		if (fault) return faulty('coordinator.faulty', { faults: [fault] });

		const actId = await registerAct(tx, ctx, id, act);
		await endCoordinating(tx, known, { personId, from });
		await insertCoordinators(tx, [{ regionId: id, personId, actId, fromDay: from, createdAt: ctx.now() }]);
		await settleCoordinators(tx, ctx, region);
		await tellNamed(tx, ctx, region, { personId, from });
		await record(tx, ctx, 'region.coordinator_appointed', { id }, { personId, from, actId });
	});
}
