import type { LeadersOfSite, SiteLeader } from '@stazhirovka/contract/sites';
import type { Database } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import { holdsOn, standingFrom } from '@stazhirovka/domain/appointments';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { grantedBefore } from '../../appointments/index.ts';
import { enterSite } from '../access.ts';
import { findHead } from '../register/passport-queries.ts';
import { mayAppoint, membersFrom } from './access.ts';
import { LEADERSHIP } from './leading.ts';
import * as store from './store.ts';

/** Who leads the site, led it and will, for the keeper of its region. */
export async function readLeaders({ db, actor, now }: Ctx, id: string): Promise<LeadersOfSite> {
	const site = await enterSite(db, actor, id, 'keeper');
	const today = localDay(now(), site.timeZone);
	const [head, rows, members, appoint] = await Promise.all([
		findHead(db, id, { on: today, now: now() }),
		leadersKept(db, id),
		membersFrom(db, id, today),
		mayAppoint(db, { id, today })
	]);
	const { title, organisation } = head ?? missing('site');
	return {
		site: { id, title, organisation: organisation.title },
		today,
		network: members > 1,
		leaders: rows
			.filter(({ from, lastDay }) => from === null || lastDay === null || lastDay >= from)
			.map(toLeader),
		can: { appoint, relieve: standingFrom(rows, today).length > 0 }
	};
}

/** Whoever leads the site on the day or is appointed ahead, with the act of it. */
export async function leadersFrom(db: Database, siteId: string, day: string): Promise<SiteLeader[]> {
	return standingFrom(await leadersKept(db, siteId), day).map(toLeader);
}

/** Those who lead the site on a day, as its passport tells them. */
export async function leadersOn(db: Database, siteId: string, day: string) {
	const rows = (await leadersKept(db, siteId)).filter((one) => holdsOn(one, day));
	const once = new Map(rows.map((one) => [one.personId, one]));
	return [...once.values()].map(({ name, post }) => ({ fullName: fullName(name), position: post }));
}

/** What is written down; where nothing is yet, those who have the right of a leader. */
async function leadersKept(db: Database, siteId: string): Promise<store.LeaderRow[]> {
	const rows = await store.leadersOf(db, siteId);
	if (rows.length > 0) return rows;
	const before = await grantedBefore(db, LEADERSHIP, [siteId], []);
	return before.map((one) => ({ ...one, position: null, minutes: null }));
}

function toLeader({ id, name, position, from, lastDay, act, minutes }: store.LeaderRow): SiteLeader {
	return { id, fullName: fullName(name), position, from, lastDay, act, minutes };
}
