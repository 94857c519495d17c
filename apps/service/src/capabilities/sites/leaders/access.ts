import type { Database, Tx } from '@stazhirovka/db';
import { membersOn, statusOn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { enterSite } from '../access.ts';
import { lockSite, statusPeriodsOf } from '../acts/status-store.ts';
import { membershipsOf } from '../history-queries.ts';
import type { SiteFacts } from '../site-store.ts';

type Queryable = Database | Tx;

/** The site of the keeper, held until the transaction ends, and today where it is. */
export async function enterForLeaders(tx: Tx, { actor, now }: Ctx, id: string) {
	const site = await enterSite(tx, actor, id, 'keeper');
	await lockSite(tx, id);
	return { ...site, today: localDay(now(), site.timeZone) };
}

/** Nobody is appointed to a site whose status is over (R34). */
export async function allowLeaders(tx: Tx, site: Pick<SiteFacts, 'id'> & { today: string }): Promise<void> {
	if (!(await mayAppoint(tx, site))) fail('refused', 'site.status_over');
}

export async function mayAppoint(
	db: Queryable,
	{ id, today }: Pick<SiteFacts, 'id'> & { today: string }
): Promise<boolean> {
	const periods = await statusPeriodsOf(db, id);
	const status = statusOn(periods, today);
	return periods.length > 0 && status !== 'expired' && status !== 'terminated';
}

/** How many organisations the site has on the day. */
export async function membersFrom(db: Queryable, siteId: string, day: string): Promise<number> {
	return membersOn(await membershipsOf(db, siteId), day).length;
}
