import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { takeGrant } from '../../accounts/index.ts';
import { tellRelieved } from '../letters.ts';
import { enterMunicipality } from '../observing.ts';

type Relieving = { id: string; personId: string };

/** Lets somebody watch over a municipality no longer, at once; the journal keeps that they did. */
export async function relieveObserver(ctx: Ctx, { id, personId }: Relieving): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const municipality = await enterMunicipality(tx, ctx, id);
		const scope = { kind: 'municipality' as const, id };
		if (!(await takeGrant(tx, ctx, { personId, role: 'observer', scope }))) missing('observer');
		await tellRelieved(tx, ctx, municipality, personId);
		await record(tx, ctx, 'municipality.observer_relieved', { id }, { personId });
	});
}
