import type { OrganisationFields } from '@stazhirovka/contract/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { changeRow, lockRegion } from '../store.ts';
import { allowTitle, organisationValues } from '../values.ts';
import { enterOrganisation } from '../organisations.ts';

type Changing = OrganisationFields & { id: string; revision: number; other: boolean };

/** Changes an organisation as it was seen: of two people or tabs at once the later one is told. */
export async function changeOrganisation(
	ctx: Ctx,
	{ id, revision, other, ...fields }: Changing
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { region, organisation } = await enterOrganisation(tx, ctx.actor, id);
		await lockRegion(tx, region.id);
		const place = { id, regionId: region.id };
		const values = await organisationValues(tx, place, fields);
		if (!other) await allowTitle(tx, place, fields.title);
		if (!(await changeRow(tx, { id, revision }, values))) conflict('organisation');
		await record(tx, ctx, 'organisation.changed', { id }, { from: organisation.title, title: fields.title });
	});
}
