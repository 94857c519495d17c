import type { GivenAct } from '@stazhirovka/contract/sites';
import { relievedFaults } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { registerAct } from '../../acts/acts.ts';
import { enterForLeaders } from '../access.ts';
import { endLeading, knownLeaders, settleLeaders } from '../leading.ts';
import { tellRelieved } from '../letters.ts';

export type RelieveLeader = { id: string; act: GivenAct; from: string };

/** Relieves whoever leads a site by an act, and calls off whoever was to lead it later; nobody leads it from the day on. */
export async function relieveLeader(ctx: Ctx, { id, act, from }: RelieveLeader): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterForLeaders(tx, ctx, id);
		const leaders = await knownLeaders(tx, id);
		const faults = relievedFaults(leaders, { from, signedOn: act.signedOn, today: site.today });
		if (faults.length) faulty('leader.faulty', { faults });

		const actId = await registerAct(tx, ctx, site.regionId, act);
		const ended = await endLeading(tx, leaders, { from, actId });
		await settleLeaders(tx, ctx, site);
		const personIds = ended.map(({ personId }) => personId);
		await tellRelieved(tx, ctx, site, { personIds, from });
		await record(tx, ctx, 'site.leader_relieved', { id }, { personIds, from, actId });
	});
}
