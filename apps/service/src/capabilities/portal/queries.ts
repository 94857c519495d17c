import type { Database } from '@stazhirovka/db';
import {
	cohortAdmissions,
	cohorts,
	cohortSessions,
	enrolments,
	faqItems,
	newsItems,
	organisations,
	programmes,
	programmeVersions,
	siteNews,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import { lineBefore, seatsGone } from '../cohorts/index.ts';

const words = (name: string) => sql<string>`${programmeVersions.document} ->> ${name}`;

export type PublishedRow = Awaited<ReturnType<typeof publishedProgrammes>>[number];

/** The newest published version of each programme. */
export function publishedProgrammes(db: Database, key?: string) {
	return db
		.selectDistinctOn([programmes.key], {
			programmeId: programmes.id,
			versionId: programmeVersions.id,
			key: programmes.key,
			title: words('title'),
			summary: words('summary'),
			hours: sql<number>`(${programmeVersions.document} ->> 'hours_total')::int`,
			audience: sql<string[]>`${programmeVersions.document} -> 'audience'`,
			document: sql<string>`${programmeVersions.document} #>> '{document,title}'`,
			site: sites.title,
			organisation: organisations.shortTitle
		})
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.innerJoin(organisations, eq(organisations.id, sites.organisationId))
		.where(
			and(isNotNull(programmeVersions.publishedAt), key === undefined ? undefined : eq(programmes.key, key))
		)
		.orderBy(asc(programmes.key), desc(programmeVersions.number));
}

export type NextCohortRow = Awaited<ReturnType<typeof nextCohorts>>[number];

/** Cohorts of these programmes, on any version, that have not ended on this day. */
export function nextCohorts(db: Database, programmeIds: string[], today: string) {
	return db
		.select({
			programmeId: programmeVersions.programmeId,
			id: cohorts.id,
			title: cohorts.title,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn,
			siteId: cohorts.siteId,
			regionId: sites.regionId,
			capacity: cohorts.capacity,
			enrolmentOpen: cohorts.enrolmentOpen,
			timeZone: sites.timeZone,
			seatsPerSchool: cohortAdmissions.seatsPerSchool,
			applyUntil: cohortAdmissions.applyUntil,
			taken: sql<number>`${seatsGone(sql`${cohorts.id}`, today)}`,
			waiting: sql<number>`${lineBefore(sql`${cohorts.id}`, today)}`,
			place: sql<string | null>`(
				select cs.place from ${cohortSessions} cs where cs.cohort_id = ${cohorts.id}
				order by cs.date, cs.starts_at limit 1)`
		})
		.from(cohorts)
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.leftJoin(cohortAdmissions, eq(cohortAdmissions.cohortId, cohorts.id))
		.where(and(inArray(programmeVersions.programmeId, programmeIds), gte(cohorts.endsOn, today)))
		.orderBy(asc(cohorts.startsOn), asc(cohorts.title));
}

/** Meetings of these cohorts, in order. */
export function sessionsOf(db: Database, cohortIds: string[]) {
	const { id, cohortId, date, startsAt, endsAt, place } = cohortSessions;
	return db
		.select({ id, cohortId, date, startsAt, endsAt, place })
		.from(cohortSessions)
		.where(inArray(cohortSessions.cohortId, cohortIds))
		.orderBy(asc(cohortSessions.date), asc(cohortSessions.startsAt));
}

export type OwnEnrolment = Awaited<ReturnType<typeof enrolmentsOf>>[number];

export function enrolmentsOf(db: Database, personId: string) {
	return db
		.select({
			cohortId: enrolments.cohortId,
			state: enrolments.state,
			programme: words('title'),
			title: cohorts.title,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(eq(enrolments.personId, personId))
		.orderBy(asc(cohorts.startsOn), asc(cohorts.title));
}

const MOST_NEWS = 200;

/** News of the operator and those that sites have published (R144), newest first. */
export async function news(db: Database) {
	const [own, ofSites] = await Promise.all([
		db.select().from(newsItems).orderBy(desc(newsItems.publishedOn), desc(newsItems.id)).limit(MOST_NEWS),
		db
			.select({
				id: siteNews.id,
				publishedOn: sql<string>`${siteNews.publishedOn}`,
				title: siteNews.title,
				body: siteNews.body,
				site: { id: sites.id, title: sites.title }
			})
			.from(siteNews)
			.innerJoin(sites, eq(sites.id, siteNews.siteId))
			.where(isNotNull(siteNews.publishedOn))
			.orderBy(desc(siteNews.publishedOn), desc(siteNews.id))
			.limit(MOST_NEWS)
	]);
	return [...own.map((item) => ({ ...item, site: null })), ...ofSites].toSorted((one, other) =>
		other.publishedOn.localeCompare(one.publishedOn)
	);
}

export function faq(db: Database) {
	return db
		.select({ id: faqItems.id, question: faqItems.question, answer: faqItems.answer })
		.from(faqItems)
		.orderBy(asc(faqItems.position), asc(faqItems.id));
}
