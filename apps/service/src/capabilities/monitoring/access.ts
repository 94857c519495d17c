import { watchedMunicipalities } from '@stazhirovka/domain/accounts';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { leads, ledSites } from '../cohorts/index.ts';
import { keptScope } from '../sites/index.ts';
import type { Places } from './places-queries.ts';
import { placeOfSite, type SitePlace } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** Where somebody may look: whole regions, all of them, or single sites. A leader's scope is the own sites alone. */
export type Scope = { everywhere: boolean; regionIds: string[]; siteIds: string[] };

/** The regions that somebody keeps. Whoever keeps none is told that there is no monitoring. */
export function regionsOf({ actor }: Reader): Scope {
	const kept = keptScope(actor);
	if (!kept.everywhere && kept.regionIds.length === 0) missing('monitoring');
	return { ...kept, siteIds: [] };
}

/** A site, for its leader and those set over it; for everybody else it is not there. */
export async function enterMonitored({ db, actor }: Reader, siteId: string): Promise<SitePlace> {
	const site = (await placeOfSite(db, siteId)) ?? missing('site');
	return leads(actor, { siteId: site.id, regionId: site.regionId }) ? site : missing('site');
}

/** Everything whose records somebody may open. */
export async function scopeOf({ db, actor }: Reader): Promise<Scope> {
	const kept = keptScope(actor);
	const siteIds = await ledSites(db, actor);
	if (!kept.everywhere && kept.regionIds.length === 0 && siteIds.length === 0) missing('monitoring');
	return { ...kept, siteIds };
}

/** The sites of the municipalities that somebody watches over. Whoever watches none is told that there is no monitoring. */
export function watchedPlaces({ grants }: Ctx['actor']): { ids: string[]; places: Places } {
	const ids = watchedMunicipalities(grants);
	if (ids.length === 0) missing('monitoring');
	return { ids, places: { everywhere: true, regionIds: [], siteIds: [], only: { municipalities: ids } } };
}
