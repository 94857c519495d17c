import type { GivenAct, Reference } from '@stazhirovka/contract/sites';
import { appointedFaults, type LeaderPosition } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { personByEmail } from '../../../accounts/index.ts';
import { registerAct } from '../../acts/acts.ts';
import { allowLeaders, enterForLeaders, membersFrom } from '../access.ts';
import { knownLeaders, putLeader } from '../leading.ts';
import { tellAppointed, tellRelieved } from '../letters.ts';

export type AppointLeader = {
	id: string;
	act: GivenAct;
	email: string;
	position: LeaderPosition;
	from: string;
	minutes: Reference | null;
};

/**
 * Appoints the leader of a site by an act (R32, R33). The right moves with the day: at once, or when the day comes. Who
 * led before is relieved, and both hear of it.
 */
export async function appointLeader(
	ctx: Ctx,
	{ id, act, email, from, ...given }: AppointLeader
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterForLeaders(tx, ctx, id);
		await allowLeaders(tx, site);
		const personId = await personByEmail(tx, email);
		const { position, minutes } = given;
		const asked = { from, signedOn: act.signedOn, today: site.today, position };
		const facts = { members: await membersFrom(tx, id, from), minutesOn: minutes?.date ?? null };
		const faults = [
			...appointedFaults(await knownLeaders(tx, id), { ...asked, ...facts, personId: personId ?? '' }),
			...(personId === undefined ? [{ code: 'leader.unknown', field: 'email' }] : [])
		];
		if (faults.length || personId === undefined) return faulty('leader.faulty', { faults });

		const actId = await registerAct(tx, ctx, site.regionId, act);
		const ended = await putLeader(tx, ctx, site, { personId, position, from, actId, minutes });
		const relieved = ended.map((one) => one.personId).filter((one) => one !== personId);
		await tellAppointed(tx, ctx, site, { personIds: [personId], from });
		await tellRelieved(tx, ctx, site, { personIds: relieved, from });
		await record(tx, ctx, 'site.leader_appointed', { id }, { personId, position, from, actId, relieved });
	});
}
