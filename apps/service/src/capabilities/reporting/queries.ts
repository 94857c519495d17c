import type { Database } from '@stazhirovka/db';
import {
	certificates,
	deficitCards,
	effectivenessCards,
	enrolments,
	finalWorks,
	journal,
	learningRoutes,
	nameColumns,
	namesOf,
	people,
	reviews,
	submissions
} from '@stazhirovka/db/schema';
import { desc, eq, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';

const MOST_ENTRIES = 500;

type Owned =
	| typeof submissions
	| typeof finalWorks
	| typeof learningRoutes
	| typeof deficitCards
	| typeof effectivenessCards;

/** Whose each thing of the cohort is: the journal names things by their ids alone. */
function ownersIn(db: Database, cohortId: string) {
	const own = (table: Owned) =>
		db
			.select({ id: sql<string>`${table.id}`.as('id'), personId: enrolments.personId })
			.from(table)
			.innerJoin(enrolments, eq(enrolments.id, table.enrolmentId))
			.where(eq(enrolments.cohortId, cohortId));
	const reviewed = db
		.select({ id: reviews.id, personId: enrolments.personId })
		.from(reviews)
		.innerJoin(enrolments, eq(enrolments.id, reviews.reviewerId))
		.where(eq(enrolments.cohortId, cohortId));
	const issued = db
		.select({ id: certificates.id, personId: enrolments.personId })
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.where(eq(enrolments.cohortId, cohortId));
	const enrolled = db
		.select({ id: enrolments.id, personId: enrolments.personId })
		.from(enrolments)
		.where(eq(enrolments.cohortId, cohortId));

	const things = [
		own(submissions),
		own(finalWorks),
		own(learningRoutes),
		own(deficitCards),
		own(effectivenessCards)
	] as const;
	return unionAll(enrolled, reviewed, issued, ...things).as('owners');
}

export type JournalRow = Awaited<ReturnType<typeof journalOf>>[number];

/** Decisions of a cohort, newest first, with the names of who decided and whom it was about. */
export function journalOf(db: Database, cohortId: string) {
	const owners = ownersIn(db, cohortId);
	const subjects = alias(people, 'subjects');

	return db
		.select({
			id: journal.id,
			at: journal.at,
			kind: journal.kind,
			actor: nameColumns,
			subject: namesOf(subjects)
		})
		.from(journal)
		.leftJoin(people, eq(people.id, journal.actorId))
		.leftJoin(owners, eq(owners.id, journal.subjectId))
		.leftJoin(subjects, eq(subjects.id, owners.personId))
		.where(eq(journal.cohortId, cohortId))
		.orderBy(desc(journal.id))
		.limit(MOST_ENTRIES);
}
