import type { Tx } from '@stazhirovka/db';
import type { Answer } from '@stazhirovka/domain/forms';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { fixedTheme, prefilled, sheetsOf, wayIn } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { rulesOn } from '../../../regulations/index.ts';
import { knownOf, organisationsIn, ownOrganisation } from '../queries.ts';
import { allowRenewal } from '../renewing.ts';
import * as store from '../store.ts';
import { today } from '../../../../shell/today.ts';

type Beginning = { regulation: string; title: string; theme: string; siteId: string | null };

/**
 * Begins an application of the person's own organisation under the rules that its region keeps today: for a new site, or
 * for another term of one that there is. Begun twice under one name it is one application. Answers with its id.
 */
export async function beginApplication(
	ctx: Ctx,
	{ regulation, title, theme, siteId }: Beginning
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const rules = (await rulesOn(tx, regulation, today(ctx.now))) ?? missing('regulation');
		const way = wayIn(rules.profile);
		if (way !== 'application')
			fail('refused', `application.${way === 'direct' ? 'registered_directly' : way}`);

		const createdBy = ctx.actor.personId;
		const organisation =
			(await ownOrganisation(tx, createdBy)) ?? fail('refused', 'application.no_organisation');
		const ours = await organisationsIn(tx, rules.regionId, [organisation.id]);
		if (!ours.has(organisation.id)) fail('refused', 'application.other_region');
		const asked = { regulation, organisationId: organisation.id };
		const site = siteId === null ? null : await allowRenewal(tx, ctx, { ...asked, siteId });
		const values = {
			regionId: rules.regionId,
			regulationVersionId: rules.versionId,
			organisationId: organisation.id,
			renewsSiteId: siteId,
			title,
			// The site keeps its theme with its passport.
			theme: fixedTheme(rules.profile) ?? (site?.theme || theme),
			answer: await firstAnswer(tx, rules.profile, organisation.id),
			createdBy,
			createdAt: ctx.now()
		};
		const id = await store.insertApplication(tx, values);
		if (!id) return (await store.findBegun(tx, values)) ?? conflict('application');

		await record(tx, ctx, 'application.begun', { id }, { regulation, renews: siteId });
		return id;
	});
}

/** What the registry knows stands in the form from the beginning; the author corrects what is wrong. */
async function firstAnswer(tx: Tx, profile: RegulationProfile, organisationId: string): Promise<Answer> {
	const known = await knownOf(tx, organisationId);
	const form = sheetsOf(profile).find(({ kind }) => kind === 'application');
	return known && form ? prefilled(form.definition, known) : {};
}
