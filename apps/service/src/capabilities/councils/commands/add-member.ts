import { compositionFaults, type CouncilRole } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { bringIn, enterComposition, findSomebody, type CompositionAct, type Somebody } from '../people.ts';
import { lockCouncil, membersOf } from '../store.ts';

type Arrival = { id: string; who: Somebody; role: CouncilRole; act: CompositionAct };

/** Brings somebody into a council by an act, from the day of the act (R27). */
export async function addMember(ctx: Ctx, { id, who, role, act }: Arrival): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { regionId } = await enterCouncil(tx, ctx, id);
		await lockCouncil(tx, id);
		const personId = (await findSomebody(tx, who)) ?? faulty('council.no_account', { field: 'who' });
		const from = act.signedOn;

		const members = await membersOf(tx, id);
		const faults = compositionFaults([...members, { personId, role, from, lastDay: null }], today(ctx.now));
		if (faults.length) faulty('council.faulty', { faults });
		const actId = await enterComposition(tx, ctx, regionId, act);
		await bringIn(tx, ctx, { councilId: id, regionId, from, actId, people: [{ personId, role }] });
		await record(tx, ctx, 'council.member_added', { id }, { personId, role, actId });
	});
}
