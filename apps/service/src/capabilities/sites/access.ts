import type { Database, Tx } from '@stazhirovka/db';
import { mayKeepRules, mayLead } from '@stazhirovka/domain/accounts';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { findSite, type SiteFacts } from './site-store.ts';

/** What somebody is to a site: its leader (or set over it), or the keeper of the region's register. */
export type SiteRelation = 'leader' | 'keeper';

/**
 * The one door to what is not public about a site. Whoever stands in none of the relations asked for gets the answer
 * of a thing that does not exist. `as` tells which relations hold.
 */
export async function enterSite(
	db: Database | Tx,
	{ grants }: Pick<Actor, 'grants'>,
	siteId: string,
	...relations: SiteRelation[]
): Promise<SiteFacts & { as: SiteRelation[] }> {
	const site = (await findSite(db, siteId)) ?? missing('site');
	const holding: Record<SiteRelation, boolean> = {
		leader: mayLead(grants, { site: site.id, region: site.regionId }),
		keeper: mayKeepRules(grants, site.regionId)
	};
	const as = relations.filter((relation) => holding[relation]);
	return as.length ? { ...site, as } : missing('site');
}

/**
 * Stops who does not keep the register of the region: for everybody else it holds nothing to be changed. `what` was asked
 * for, and is answered with as if it did not exist.
 */
export function allowKeeper({ grants }: Pick<Actor, 'grants'>, regionId: string, what: string): void {
	if (!mayKeepRules(grants, regionId)) missing(what);
}

/** The regions whose registers the person keeps, for lists. */
export function keptScope({ grants }: Pick<Actor, 'grants'>): { everywhere: boolean; regionIds: string[] } {
	const scopes = grants
		.filter(({ role }) => role === 'coordinator' || role === 'administrator')
		.map(({ scope }) => scope);
	return {
		everywhere: scopes.some(({ kind }) => kind === 'platform'),
		regionIds: scopes.flatMap(({ kind, id }) => (kind === 'region' && id !== null ? [id] : []))
	};
}
