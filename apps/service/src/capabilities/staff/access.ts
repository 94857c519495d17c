import type { SITE_PARTS } from '@stazhirovka/contract/staff';
import type { Database, Tx } from '@stazhirovka/db';
import { holds, mayKeepRules, mayLead, watchedMunicipalities } from '@stazhirovka/domain/accounts';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { allow, fail, missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { rulesOn, type Rules } from '../regulations/index.ts';
import { allowWhileActive, findSite, type SiteFacts } from '../sites/index.ts';
import { municipalityOf, sitesOfStaff, worksAt } from './access-store.ts';

/** What somebody is to the inner life of a site. */
export type SitePart = (typeof SITE_PARTS)[number];
export type EnteredSite = SiteFacts & { as: SitePart[]; today: string };

type Visitor = Pick<Ctx, 'actor' | 'now'>;

/** The one door to the inner life of a site. Whoever has no part in it gets the answer of a thing that does not exist. */
export async function enterInnerSite(
	db: Database | Tx,
	ctx: Visitor,
	siteId: string,
	what = 'site'
): Promise<EnteredSite> {
	const site = (await findSite(db, siteId)) ?? missing(what);
	const as = await partsIn(db, ctx, site);
	return as.length ? { ...site, as, today: localDay(ctx.now(), site.timeZone) } : missing(what);
}

/**
 * The same for what is changed: by whoever has one of these parts, while the status is active (R34). Who may only read
 * is told so.
 */
export async function enterToWork(
	tx: Database | Tx,
	ctx: Visitor,
	siteId: string,
	parts: readonly SitePart[],
	what = 'site'
): Promise<EnteredSite> {
	const site = await enterInnerSite(tx, ctx, siteId, what);
	allow(parts.some((part) => site.as.includes(part)));
	await allowWhileActive(tx, ctx, site);
	return site;
}

/** Sites at which the person works, appointed or as a tutor: for lists. */
export async function innerSites(db: Database | Tx, { actor, now }: Visitor): Promise<string[]> {
	const granted = actor.grants.flatMap(({ role, scope }) =>
		role === 'tutor' && scope.kind === 'site' && scope.id !== null ? [scope.id] : []
	);
	return [...granted, ...(await sitesOfStaff(db, actor.personId, today(now)))];
}

/** The rules that the site lives by today; without any, what they would say cannot be known. */
export async function rulesFor(db: Database | Tx, site: EnteredSite): Promise<Rules> {
	return (await rulesOn(db, site.regulationKey, site.today)) ?? fail('refused', 'site.no_rules');
}

async function partsIn(db: Database | Tx, { actor, now }: Visitor, site: SiteFacts): Promise<SitePart[]> {
	const { grants, personId } = actor;
	const municipality = await municipalityOf(db, site.id);
	const standing: Record<SitePart, boolean> = {
		leader: mayLead(grants, { site: site.id, region: site.regionId }),
		keeper: mayKeepRules(grants, site.regionId),
		municipal: municipality !== null && watchedMunicipalities(grants).includes(municipality),
		staff:
			holds(grants, 'tutor', { site: site.id }) ||
			(await worksAt(db, site.id, personId, localDay(now(), site.timeZone)))
	};
	return (Object.keys(standing) as SitePart[]).filter((part) => standing[part]);
}
