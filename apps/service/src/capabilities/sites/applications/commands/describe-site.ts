import { fixedTheme, networkFaults, type NetworkMember } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { allowWriting, enterForChange } from '../access.ts';
import { organisationsIn, ownOrganisation } from '../queries.ts';
import * as store from '../store.ts';

export type SiteDescription = { title: string; theme: string; members: NetworkMember[]; minutes: string };

/** Name, theme and organisations of the site (R31, R32). Whoever leads the network applies. */
export async function describeSite(
	ctx: Ctx,
	{ id, ...site }: SiteDescription & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForChange(tx, ctx, id, 'author');
		allowWriting(application);
		const { profile } = application.rules;
		const own = (await ownOrganisation(tx, ctx.actor.personId))?.id ?? application.organisationId;
		const members = site.members.length > 1 ? site.members : [];

		// Minutes are asked for when it is handed in: the choice of the lead may be still to come.
		const alone = [{ organisationId: own, isLead: true }];
		const faults = networkFaults(profile, members.length ? members : alone, true).map(({ code, field }) => ({
			...{ code, field }
		}));
		const ids = [own, ...members.map(({ organisationId }) => organisationId)];
		const known = await organisationsIn(tx, application.regionId, ids);
		const unknown = members.some(({ organisationId }) => !known.has(organisationId));
		const without = members.length > 0 && !members.some(({ organisationId }) => organisationId === own);
		if (!known.has(own)) fail('refused', 'application.other_region');
		if (unknown) faulty('network.unknown_member', { field: 'members' });
		if (without) faulty('network.without_own', { field: 'members' });
		if (faults.length) faulty('request.malformed', { faults });

		const lead = members.find(({ isLead }) => isLead)?.organisationId ?? own;
		await store.putMembers(tx, id, members);
		await store.changeApplication(tx, id, {
			title: site.title,
			// A site that there is keeps its theme.
			theme: fixedTheme(profile) ?? ((application.renewsSiteId && application.theme) || site.theme),
			organisationId: lead,
			networkMinutes: members.length ? site.minutes || null : null
		});
	});
}
