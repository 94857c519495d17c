import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	deficitCards,
	enrolments,
	formAnswers,
	formDefinitions,
	nameColumns,
	people,
	programmes,
	programmeVersions,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { cohortThen } from '../cohorts/index.ts';

export type CardPage = NonNullable<Awaited<ReturnType<typeof cardPage>>>;

/** The card with the intern's name, in one round trip. */
export async function cardPage(db: Database | Tx, enrolmentId: string) {
	const [row] = await db
		.select({
			card: deficitCards,
			intern: nameColumns
		})
		.from(deficitCards)
		.innerJoin(enrolments, eq(enrolments.id, deficitCards.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(eq(deficitCards.enrolmentId, enrolmentId));
	return row;
}

const sentIn = sql<string>`${cohortThen({
	enrolmentId: sql`${formAnswers.enrolmentId}`,
	at: sql`${formAnswers.submittedAt}`
})}`;

/**
 * What interns answered to the diagnostic of a version at their first attempt, each in the cohort where it was sent;
 * without the people.
 */
export async function sentAnswers(db: Database | Tx, versionId: string) {
	return db
		.select({ answer: formAnswers.answer, cohort: sentIn })
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				eq(formDefinitions.programmeVersionId, versionId),
				eq(formDefinitions.key, 'diagnostic'),
				eq(formAnswers.occasion, ''),
				isNotNull(formAnswers.submittedAt)
			)
		)
		.orderBy(asc(formAnswers.submittedAt), asc(formAnswers.id));
}

/** The cohorts of a version at these sites, the newest first. */
export function cohortsOf(db: Database | Tx, versionId: string, siteIds: string[]) {
	return db
		.select({ id: cohorts.id, title: cohorts.title })
		.from(cohorts)
		.where(and(eq(cohorts.programmeVersionId, versionId), inArray(cohorts.siteId, siteIds)))
		.orderBy(desc(cohorts.startsOn), desc(cohorts.id));
}

/** What a version is called, if its programme belongs to one of these sites. */
export async function versionAt(db: Database | Tx, id: string, siteIds: string[]) {
	const [row] = await db
		.select({ id: programmeVersions.id, number: programmeVersions.number, site: sites.title })
		.from(programmeVersions)
		.innerJoin(programmes, eq(programmes.id, programmeVersions.programmeId))
		.innerJoin(sites, eq(sites.id, programmes.siteId))
		.where(and(eq(programmeVersions.id, id), inArray(sites.id, siteIds)));
	return row;
}
