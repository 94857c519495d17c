import { endingOn } from '@stazhirovka/domain/sites';
import type { Deps } from '../../../shell/context.ts';
import { post } from '../../../shell/mail.ts';
import { endsSoon } from './letters.ts';
import { decisionsOf } from '../history-queries.ts';
import { searchRegister } from './queries.ts';
import type { EndingSite } from './view.ts';
import { claimWarnings, responsibleFor } from './warning-store.ts';

type Warning = Pick<Deps, 'db' | 'now' | 'origin'>;
type Found = EndingSite & { regionId: string };

/**
 * Writes to leaders and keepers 90, 30 and 7 days before a term ends (R25): of each threshold once, all sites of a
 * region in one letter. Any number of processes may do it at once: a warning is claimed in the transaction of its letters.
 */
export async function warnOfEndings(deps: Warning): Promise<void> {
	const regions = Map.groupBy(await findEndings(deps), ({ regionId }) => regionId);
	for (const [regionId, endings] of regions) await warn(deps, regionId, endings);
}

async function findEndings({ db, now }: Warning): Promise<Found[]> {
	const rows = await searchRegister(db, { on: undefined, now: now(), endings: 'only' });
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const bySite = Map.groupBy(await decisionsOf(db, ids), ({ siteId }) => siteId);
	return rows.flatMap(({ id, title, regionId, day }) => {
		const ending = endingOn(bySite.get(id) ?? [], day);
		return ending ? [{ id, title, regionId, ending }] : [];
	});
}

async function warn({ db, now, origin }: Warning, regionId: string, endings: Found[]): Promise<void> {
	await db.transaction(async (tx) => {
		const warnings = endings.map(({ id, ending: { lastDay, warning } }) => ({
			siteId: id,
			lastDay,
			warning
		}));
		const claimed = await claimWarnings(tx, warnings, now());
		const told = endings.filter(({ id }) => claimed.has(id));
		if (told.length === 0) return;

		const rows = await responsibleFor(tx, { siteIds: told.map(({ id }) => id), regionId });
		for (const grants of Map.groupBy(rows, ({ id }) => id).values()) {
			const [to] = grants;
			const keeps = grants.some(({ role }) => role === 'coordinator');
			const theirs = told.filter(({ id }) => keeps || grants.some(({ scopeId }) => scopeId === id));
			const path = keeps ? 'coordinator/sites' : 'leader';
			if (to) await post(tx, endsSoon(to, theirs, `${origin}/${path}`), now());
		}
	});
}
