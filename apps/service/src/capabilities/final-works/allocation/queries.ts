import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortTutors,
	enrolments,
	finalWorks,
	formAnswers,
	grants,
	nameColumns,
	organisations,
	people,
	programmeVersions,
	reserveReviewers,
	reviews
} from '@stazhirovka/db/schema';
import { and, asc, eq, exists, inArray, ne, notExists, sql, type SQL } from 'drizzle-orm';
import { taskColumns } from '../queries.ts';

type Queryable = Database | Tx;

/** Of these reviews, those whose sheet was begun. */
export async function begunReviews(db: Queryable, reviewIds: string[]): Promise<Set<string>> {
	const rows = await db
		.select({ id: formAnswers.occasion })
		.from(formAnswers)
		.where(inArray(formAnswers.occasion, reviewIds));
	return new Set(rows.map(({ id }) => id));
}

/** Who reviewed whose work in other cohorts, among these people. */
export async function earlierPairs(db: Queryable, cohortId: string, personIds: string[]) {
	const among = sql`any(${sql.param(personIds)}::uuid[])`;
	const rows = await db.execute<{ reviewer: string; author: string }>(sql`
		select distinct coalesce(guest.person_id, peer.person_id) as reviewer, author.person_id as author
		from ${reviews} review
			join ${finalWorks} work on work.id = review.final_work_id
			join ${enrolments} author on author.id = work.enrolment_id
			left join ${enrolments} peer on peer.id = review.enrolment_id
			left join ${reserveReviewers} guest on guest.id = review.reserve_id
		where work.cohort_id <> ${cohortId} and author.person_id = ${among}
			and coalesce(guest.person_id, peer.person_id) = ${among}`);
	return [...rows];
}

const candidate = { person: nameColumns, organisation: organisations.shortTitle };

/** Tutors of the cohort, experts, and those who completed the same programme before; nobody who is in it already. */
export async function candidatesFor(db: Queryable, cohortId: string) {
	const inReserve = db
		.select({ id: reserveReviewers.id })
		.from(reserveReviewers)
		.where(and(eq(reserveReviewers.cohortId, cohortId), eq(reserveReviewers.personId, people.id)));
	const inCohort = db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohortId), eq(enrolments.personId, people.id)));
	const free = and(notExists(inReserve), notExists(inCohort), sql`${people.blockedAt} is null`);

	const tutors = db
		.select({ id: cohortTutors.personId })
		.from(cohortTutors)
		.where(and(eq(cohortTutors.cohortId, cohortId), eq(cohortTutors.personId, people.id)));
	const experts = db
		.select({ id: grants.id })
		.from(grants)
		.where(and(eq(grants.role, 'expert'), eq(grants.personId, people.id)));
	const graduates = db
		.select({ id: enrolments.id })
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(
			and(
				eq(enrolments.personId, people.id),
				eq(enrolments.state, 'completed'),
				ne(enrolments.cohortId, cohortId),
				sql`${programmeVersions.programmeId} = (
					select own.programme_id from ${programmeVersions} own
						join ${cohorts} mine on mine.programme_version_id = own.id where mine.id = ${cohortId})`
			)
		);
	const find = (kind: 'tutor' | 'expert' | 'graduate', found: SQL) =>
		db
			.select({ ...candidate, kind: sql<'tutor' | 'expert' | 'graduate'>`${kind}::text` })
			.from(people)
			.leftJoin(organisations, eq(organisations.id, people.organisationId))
			.where(and(free, found))
			.orderBy(asc(people.surname), asc(people.givenName), asc(people.id))
			.limit(300);

	const rows = [
		await find('tutor', exists(tutors)),
		await find('graduate', exists(graduates)),
		await find('expert', exists(experts))
	];
	const seen = new Set<string>();
	return rows.flat().filter(({ person }) => seen.size !== seen.add(person.id).size);
}

/** Reviews that a person is to write as one of a reserve. */
export function reserveTasks(db: Queryable, personId: string) {
	return db
		.select({ ...taskColumns, cohort: cohorts.title })
		.from(reviews)
		.innerJoin(reserveReviewers, eq(reserveReviewers.id, reviews.reserveId))
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.innerJoin(cohorts, eq(cohorts.id, finalWorks.cohortId))
		.where(eq(reserveReviewers.personId, personId))
		.orderBy(asc(reviews.dueAt), asc(reviews.id));
}
