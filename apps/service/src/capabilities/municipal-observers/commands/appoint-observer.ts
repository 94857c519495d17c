import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { giveGrant, personByEmail } from '../../accounts/index.ts';
import { tellAppointed } from '../letters.ts';
import { enterMunicipality } from '../observing.ts';

type Appointing = { municipalityId: string; email: string };

/** Lets somebody who has an account watch over a municipality (R132). Those who do already go on beside them. */
export async function appointObserver(ctx: Ctx, { municipalityId: id, email }: Appointing): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const municipality = await enterMunicipality(tx, ctx, id);
		const field = { field: 'email' };
		const personId = (await personByEmail(tx, email)) ?? faulty('observer.unknown', field);
		const scope = { kind: 'municipality' as const, id };
		if (!(await giveGrant(tx, ctx, { personId, role: 'observer', scope })))
			fail('refused', 'observer.already', field);
		await tellAppointed(tx, ctx, municipality, personId);
		await record(tx, ctx, 'municipality.observer_appointed', { id }, { personId });
	});
}
