import type { Tx } from '@stazhirovka/db';
import { renewableAfter, wayIn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { today } from '../../../shell/today.ts';
import { rulesOn } from '../../regulations/index.ts';
import { statusPeriodsOf, statusPeriodsOfAll } from '../acts/status-store.ts';
import { findSite, sitesOfOrganisation, type SiteFacts } from '../site-store.ts';
import { ownOrganisation } from './queries.ts';

type Renewing = { siteId: string; regulation: string; organisationId: string };

/** A new term is asked for one's own site, under its regulation, when the term ends soon or has ended. Answers with it. */
export async function allowRenewal(
	tx: Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ siteId, regulation, organisationId }: Renewing
): Promise<SiteFacts> {
	const site = await findSite(tx, siteId);
	if (!site || site.organisationId !== organisationId) return missing('site');
	if (site.regulationKey !== regulation) fail('refused', 'application.other_regulation');
	const periods = await statusPeriodsOf(tx, siteId);
	if (renewableAfter(periods, localDay(now(), site.timeZone)) === null)
		fail('refused', 'application.renewal_early');
	return site;
}

/** Sites of the person's organisation for which a new term may be asked. */
export async function listRenewals({ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>) {
	const own = await ownOrganisation(db, actor.personId);
	if (!own) return [];
	const sites = await sitesOfOrganisation(db, own.id);
	const periods = await statusPeriodsOfAll(
		db,
		sites.map(({ id }) => id)
	);
	const keys = [...new Set(sites.map(({ regulationKey }) => regulationKey))];
	const rules = await Promise.all(keys.map((key) => rulesOn(db, key, today(now))));
	const open = new Set(
		rules.flatMap((one) => (one && wayIn(one.profile) === 'application' ? one.profile.key : []))
	);
	return sites.flatMap(({ id, title, theme, regulationKey: regulation, timeZone }) => {
		const lastDay = renewableAfter(periods.get(id) ?? [], localDay(now(), timeZone));
		if (lastDay === null || !open.has(regulation)) return [];
		return [{ id, title, theme: theme ?? '', regulation, lastDay }];
	});
}
