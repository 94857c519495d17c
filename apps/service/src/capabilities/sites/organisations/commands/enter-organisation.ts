import type { OrganisationFields } from '@stazhirovka/contract/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { allowKeeper } from '../../access.ts';
import { keptOrganisation } from '../organisations.ts';
import { allowTitle, organisationValues } from '../values.ts';
import { insertOrganisation, lockRegion } from '../store.ts';

type Entering = OrganisationFields & { id: string; regionId: string; other: boolean };

/** Enters an organisation of a region that the person keeps. The same form sent twice is stored once. */
export async function enterOrganisation(
	ctx: Ctx,
	{ id, regionId, other, ...fields }: Entering
): Promise<void> {
	allowKeeper(ctx.actor, regionId, 'region');
	await ctx.db.transaction(async (tx) => {
		await lockRegion(tx, regionId);
		const place = { id, regionId };
		const values = await organisationValues(tx, place, fields);
		const taken = { ...values, ...place, createdAt: ctx.now() };
		if (!other) await allowTitle(tx, place, fields.title);
		if (await insertOrganisation(tx, taken)) {
			return record(tx, ctx, 'organisation.entered', { id }, { title: fields.title });
		}
		if (!(await keptOrganisation(tx, ctx.actor, id))) conflict('organisation');
	});
}
