import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	municipalities,
	organisations,
	programmes,
	programmeVersions,
	regions,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { dayIn, leadOn, type ListDay } from '../day-queries.ts';

type Queryable = Database | Tx;

export type SiteHead = NonNullable<Awaited<ReturnType<typeof findHead>>>;

/** Who a site is, with the organisation that stood for it on the day. */
export async function findHead(db: Queryable, id: string, day: ListDay) {
	const operators = alias(organisations, 'operators');
	const [row] = await db
		.select({
			id: sites.id,
			code: sites.code,
			title: sites.title,
			theme: sites.theme,
			timeZone: sites.timeZone,
			regulationKey: sites.regulationKey,
			region: { id: regions.id, title: regions.title },
			organisation: {
				id: organisations.id,
				title: organisations.title,
				ownership: organisations.ownership,
				licence: organisations.dpoLicence,
				municipality: municipalities.title,
				address: organisations.address,
				website: organisations.website
			},
			operator: operators.title
		})
		.from(sites)
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.innerJoin(organisations, eq(organisations.id, leadOn(dayIn(day))))
		.leftJoin(municipalities, eq(municipalities.id, organisations.municipalityId))
		.leftJoin(operators, eq(operators.id, sites.operatorId))
		.where(eq(sites.id, id));
	return row;
}

/** The newest published version of each programme of the site. */
export function programmesOf(db: Queryable, siteId: string) {
	return db
		.selectDistinctOn([programmes.key], {
			key: programmes.key,
			title: sql<string>`${programmeVersions.document} ->> 'title'`,
			hours: sql<number>`(${programmeVersions.document} ->> 'hours_total')::int`
		})
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.where(and(eq(programmes.siteId, siteId), isNotNull(programmeVersions.publishedAt)))
		.orderBy(asc(programmes.key), desc(programmeVersions.number));
}

/** Cohorts that have not ended on this day. */
export function cohortsOf(db: Queryable, siteId: string, today: string) {
	return db
		.select({
			id: cohorts.id,
			title: cohorts.title,
			programme: sql<string>`${programmeVersions.document} ->> 'title'`,
			programmeKey: programmes.key,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn,
			open: cohorts.enrolmentOpen
		})
		.from(cohorts)
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.where(and(eq(cohorts.siteId, siteId), gte(cohorts.endsOn, today)))
		.orderBy(asc(cohorts.startsOn), asc(cohorts.title));
}
