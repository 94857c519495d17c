import type { SitePeople, SitePersonWhole } from '@stazhirovka/contract/staff';
import { statusOn } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { rulesOn } from '../regulations/index.ts';
import { leadersFrom, mayAppoint, statusPeriodsOf } from '../sites/index.ts';
import { enterInnerSite, rulesFor, type EnteredSite } from './access.ts';
import { paperConsentsOf } from './naming-queries.ts';
import { findStaff } from './people-store.ts';
import * as queries from './queries.ts';
import { toActs, toPerson, toRoles } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Roles, people, duties and agreements: for who leads the site or keeps the region's register. */
export async function readSitePeople(ctx: Reader, id: string): Promise<SitePeople> {
	const site = await enterToRead(ctx, id);
	const { profile } = await rulesFor(ctx.db, site);
	const [rows, marks, agreements, acts, members, operator, leaders] = await Promise.all([
		queries.staffOf(ctx.db, { siteId: id }),
		queries.marksOf(ctx.db, id),
		queries.agreementsOf(ctx.db, id),
		queries.actsOf(ctx.db, id),
		queries.membersOf(ctx.db, id),
		queries.operatorOf(ctx.db, id),
		leadersFrom(ctx.db, id, site.today)
	]);
	const write = await mayWrite(ctx, site);
	const replace = site.as.includes('keeper') && (await mayAppoint(ctx.db, site));
	const people = rows.map((row) => toPerson(row, profile, write));
	return {
		roles: toRoles({ profile, people, marks, members }),
		freeRoles: profile.roles.length === 0,
		...{ leaders, agreements, operator },
		acts: toActs(acts),
		can: { write, replace }
	};
}

/** One appointment with the trainings; one of another site is not there. */
export async function readPerson(ctx: Reader, id: string): Promise<SitePersonWhole> {
	const { siteId } = (await findStaff(ctx.db, id)) ?? missing('staff');
	const site = await enterToRead(ctx, siteId, 'staff');
	const [[row], papers, trainings, rules] = await Promise.all([
		queries.staffOf(ctx.db, { id }),
		paperConsentsOf(ctx.db, id),
		queries.trainingsOf(ctx.db, id),
		rulesOn(ctx.db, site.regulationKey, site.today)
	]);
	const write = await mayWrite(ctx, site);
	return {
		...toPerson(row ?? missing('staff'), rules?.profile, write),
		naming: { consented: row?.consented ?? false, papers },
		site: { id: site.id, title: site.title },
		trainings
	};
}

/** Reading what only the leader and the keeper of the register see. */
async function enterToRead(ctx: Reader, siteId: string, what = 'site'): Promise<EnteredSite> {
	const site = await enterInnerSite(ctx.db, ctx, siteId, what);
	return site.as.includes('leader') || site.as.includes('keeper') ? site : missing(what);
}

/** Whether the reader may change what the leader keeps. */
async function mayWrite({ db }: Pick<Reader, 'db'>, site: EnteredSite): Promise<boolean> {
	return site.as.includes('leader') && (await isActive({ db }, site));
}

export async function isActive({ db }: Pick<Reader, 'db'>, { id, today }: EnteredSite): Promise<boolean> {
	return statusOn(await statusPeriodsOf(db, id), today) === 'active';
}
