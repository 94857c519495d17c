import type { SiteOnPaper } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import { paperFaults, type PaperFault } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { today } from '../../../../shell/today.ts';
import { personByEmail } from '../../../accounts/index.ts';
import { keptSince, rulesOn, type Rules } from '../../../regulations/index.ts';
import { enterSite } from '../../access.ts';
import { enterKnownStatus } from '../known-status.ts';
import { nameLeader } from '../../leaders/leading.ts';
import { enterOrganisation } from '../../organisations/organisations.ts';
import { themeTaken } from '../theme-taken.ts';
import * as store from '../../site-store.ts';

/**
 * Enters a site whose status was granted before its register was kept here. The paper is judged by the rules of its day,
 * or by today's where none are known of that day. The same form sent twice is stored once.
 */
export async function enterSiteOnPaper(ctx: Ctx, paper: SiteOnPaper): Promise<void> {
	const { id, organisationId, title, code, timeZone, regulationKey, act, from, lastDay } = paper;
	await ctx.db.transaction(async (tx) => {
		const { region } = await enterOrganisation(tx, ctx.actor, organisationId);
		const rules = await rulesAt(tx, regulationKey, act.signedOn, ctx.now);
		const leader = paper.leaderEmail === null ? null : await personByEmail(tx, paper.leaderEmail);
		const theme = paper.theme || fixedTheme(rules);
		const found = paperFaults(rules.profile, { ...paper, theme }, await keptSince(tx, regulationKey));
		await store.lockOrganisation(tx, organisationId);
		const taken = await themeTaken(tx, { organisationId, siteId: id, theme, from, lastDay });
		const faults = [
			...found.map((fault) => ({ ...fault, field: placeOf(fault) })),
			...(taken === null ? [] : [{ field: 'theme', code: 'status.theme_taken', limit: taken }]),
			...(leader === undefined ? [{ field: 'leaderEmail', code: 'site.leader_unknown' }] : [])
		];
		if (faults.length) faulty('site.faulty', { faults });

		const site = { id, organisationId, title, theme, code, timeZone, regulationKey, regionId: region.id };
		if (!(await store.insertSite(tx, { ...site, createdAt: ctx.now() }))) return allowTwice(tx, ctx, id);
		await record(tx, ctx, 'site.entered', { id }, { title, theme, organisationId });
		const judged = { site, act, from, lastDay, regulationVersionId: rules.versionId };
		const actId = await enterKnownStatus(tx, ctx, judged);
		if (leader) await nameLeader(tx, ctx, site, { personId: leader, from: act.signedOn, actId });
	});
}

function placeOf({ field, code }: PaperFault): string {
	if (field !== 'act') return field;
	return code === 'status.kept_here' ? 'act.signedOn' : 'act.kind';
}

/** A theme that the regulation fixes need not be typed (R11). */
function fixedTheme({ profile: { theme, theme_fixed } }: Rules): string {
	return theme_fixed === true ? (theme ?? '') : '';
}

async function rulesAt(tx: Tx, key: string, day: string, now: Ctx['now']): Promise<Rules> {
	return (
		(await rulesOn(tx, key, day)) ??
		(await rulesOn(tx, key, today(now))) ??
		fail('refused', 'site.regulation_missing')
	);
}

/** The same form once more is no fault; another site with the code is. */
async function allowTwice(tx: Tx, ctx: Ctx, id: string): Promise<void> {
	if (!(await store.findSite(tx, id)))
		faulty('site.faulty', { faults: [{ field: 'code', code: 'site.code_taken' }] });
	await enterSite(tx, ctx.actor, id, 'keeper');
}
