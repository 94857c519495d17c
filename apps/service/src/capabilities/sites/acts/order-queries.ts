import type { Database } from '@stazhirovka/db';
import {
	applicationWindows,
	councilMembers,
	councils,
	nameColumns,
	people,
	regulations,
	regionCoordinators,
	regions,
	siteLeaders,
	sites,
	siteStaff
} from '@stazhirovka/db/schema';
import { asc, eq, inArray, or } from 'drizzle-orm';

const council = { id: councils.id, title: councils.title };
const site = { id: sites.id, title: sites.title };

/** Windows for applications that these acts opened. */
export function windowsByActs(db: Database, actIds: string[]) {
	const { actId, opensOn, closesOn } = applicationWindows;
	return db
		.select({ actId, opensOn, closesOn, regulationId: regulations.id, key: regulations.key })
		.from(applicationWindows)
		.innerJoin(regulations, eq(regulations.id, applicationWindows.regulationId))
		.where(inArray(actId, actIds))
		.orderBy(asc(opensOn));
}

export function councilsByActs(db: Database, actIds: string[]) {
	return db
		.select({ actId: councils.actId, council })
		.from(councils)
		.where(inArray(councils.actId, actIds))
		.orderBy(asc(councils.title));
}

/** Members of these councils, and those whom these acts brought in or let go. */
export function membersBy(db: Database, { actIds, councilIds }: { actIds: string[]; councilIds: string[] }) {
	const { actId, endActId, role, fromDay, lastDay, councilId } = councilMembers;
	return db
		.select({ actId, endActId, role, fromDay, lastDay, council, person: nameColumns })
		.from(councilMembers)
		.innerJoin(councils, eq(councils.id, councilId))
		.innerJoin(people, eq(people.id, councilMembers.personId))
		.where(or(inArray(councilId, councilIds), inArray(actId, actIds), inArray(endActId, actIds)))
		.orderBy(asc(councilMembers.id));
}

/** Leaders whom these acts appointed or relieved. */
export function leadersByActs(db: Database, actIds: string[]) {
	const { actId, relievedByActId, fromDay, lastDay } = siteLeaders;
	return db
		.select({ actId, relievedByActId, fromDay, lastDay, site, person: nameColumns })
		.from(siteLeaders)
		.innerJoin(sites, eq(sites.id, siteLeaders.siteId))
		.innerJoin(people, eq(people.id, siteLeaders.personId))
		.where(or(inArray(actId, actIds), inArray(relievedByActId, actIds)))
		.orderBy(asc(sites.title), asc(siteLeaders.id));
}

/** Coordinators whom these acts appointed or relieved. */
export function coordinatorsByActs(db: Database, actIds: string[]) {
	const { actId, relievedByActId, fromDay, lastDay } = regionCoordinators;
	return db
		.select({ actId, relievedByActId, fromDay, lastDay, region: regions.title, person: nameColumns })
		.from(regionCoordinators)
		.innerJoin(regions, eq(regions.id, regionCoordinators.regionId))
		.innerJoin(people, eq(people.id, regionCoordinators.personId))
		.where(or(inArray(actId, actIds), inArray(relievedByActId, actIds)))
		.orderBy(asc(regionCoordinators.id));
}

/** People whom these acts appointed to help at a site. */
export function staffByActs(db: Database, actIds: string[]) {
	return db
		.select({ actId: siteStaff.actId, on: siteStaff.fromDay, site, name: siteStaff.name })
		.from(siteStaff)
		.innerJoin(sites, eq(sites.id, siteStaff.siteId))
		.where(inArray(siteStaff.actId, actIds))
		.orderBy(asc(sites.title), asc(siteStaff.name));
}
