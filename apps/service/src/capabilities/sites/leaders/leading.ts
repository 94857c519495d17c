import type { Reference } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import { standingFrom } from '@stazhirovka/domain/appointments';
import type { LeaderPosition } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../../shell/context.ts';
import { endStanding, grantedBefore, settleRights, type Author } from '../../appointments/index.ts';
import { settleSiteRooms } from '../../chat/index.ts';
import { lockSite } from '../acts/status-store.ts';
import { findSite, type SiteFacts } from '../site-store.ts';
import * as store from './store.ts';

type Site = Pick<SiteFacts, 'id' | 'timeZone'>;

export const LEADERSHIP = { role: 'leader', kind: 'site' } as const;

/**
 * Everybody who leads the site. Whoever had the right before leaders were kept here is written down first, without a
 * day and an act. The caller holds the site's lock.
 */
export async function knownLeaders(tx: Tx, siteId: string): Promise<store.LeaderRow[]> {
	const known = await store.leadersOf(tx, siteId);
	const before = await grantedBefore(tx, LEADERSHIP, [siteId], known);
	if (before.length === 0) return known;
	await store.insertLeaders(
		tx,
		before.map(({ personId }) => ({ siteId, personId }))
	);
	return store.leadersOf(tx, siteId);
}

/** Ends those who lead on the day or were to lead after it. Answers with them. */
export function endLeading(tx: Tx, leaders: store.LeaderRow[], ended: { from: string; actId?: string }) {
	return endStanding(tx, store.kept, leaders, ended);
}

type Named = {
	personId: string;
	position: LeaderPosition | null;
	from: string;
	actId: string;
	minutes: Reference | null;
};

/** From the day on this person leads the site, and nobody else. Answers with those who led before. */
export async function putLeader(
	tx: Tx,
	ctx: Author,
	site: Site,
	{ from, ...named }: Named
): Promise<store.LeaderRow[]> {
	const ended = await endLeading(tx, await knownLeaders(tx, site.id), { from });
	await store.insertLeaders(tx, [{ ...named, siteId: site.id, fromDay: from, createdAt: ctx.now() }]);
	await settleLeaders(tx, ctx, site);
	return ended;
}

/** Whoever an act of the status names as the leader; one who leads already goes on as they are. */
export async function nameLeader(
	tx: Tx,
	ctx: Author,
	site: Site,
	named: Pick<Named, 'personId' | 'from' | 'actId'>
): Promise<void> {
	const leads = standingFrom(await knownLeaders(tx, site.id), named.from);
	if (leads.length > 0 && leads.every(({ personId }) => personId === named.personId)) return;
	await putLeader(tx, ctx, site, { ...named, position: null, minutes: null });
}

/** Gives the right to whoever leads the site today and takes it from whoever does no longer. Doing it twice is doing it once. */
export async function settleLeaders(tx: Tx, ctx: Author, { id, timeZone }: Site): Promise<void> {
	const today = localDay(ctx.now(), timeZone);
	await settleRights(tx, ctx, { ...LEADERSHIP, id, today }, await store.leadersOf(tx, id));
	await settleSiteRooms(tx, ctx.now(), { siteId: id });
}

/** The rights of leaders whose first day has come or whose last day has passed; several processes may do it at once. */
export async function tidyLeaders({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
	for (const id of await store.unsettledSites(db, now()))
		await db.transaction(async (tx) => {
			await lockSite(tx, id);
			const site = await findSite(tx, id);
			if (site) await settleLeaders(tx, { actor: null, now }, site);
		});
}
