import type { Database, Tx } from '@stazhirovka/db';
import {
	certificates,
	cohorts,
	deficitCards,
	effectivenessCards,
	enrolments,
	finalWorkResults,
	finalWorks,
	formAnswers,
	formDefinitions,
	learningRouteItems,
	learningRoutes,
	nameColumns,
	people,
	registerPeople,
	reviews,
	submissions,
	submissionVersions,
	surveyParticipations,
	taskExtendedTo,
	cohortDeadlines,
	extensions
} from '@stazhirovka/db/schema';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/**
 * Whose way: everybody's who studies in the cohorts, or these interns'; also theirs who were `expelled`, where it is told
 * how far they came. The statements are the same for all.
 */
export type Walkers = {
	cohortIds: readonly string[];
	enrolmentIds?: readonly string[];
	expelled?: boolean;
};

function walking({ cohortIds, enrolmentIds, expelled = false }: Walkers) {
	const studying = inArray(enrolments.state, [
		'confirmed',
		'completed',
		...(expelled ? (['expelled'] as const) : [])
	]);
	return and(
		inArray(enrolments.cohortId, [...cohortIds]),
		studying,
		enrolmentIds ? inArray(enrolments.id, [...enrolmentIds]) : undefined
	);
}

const decidedAt = sql<Date | null>`(
	select max(r.announced_at) from ${finalWorkResults} r where r.final_work_id = ${finalWorks.id})`.mapWith(
	finalWorkResults.announcedAt
);

export type WalkerRow = Awaited<ReturnType<typeof walkers>>[number];

/** Everything that an intern has at most one of. */
export function walkers(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			cohortId: enrolments.cohortId,
			person: nameColumns,
			organisation: enrolments.organisationTitle,
			tutorId: enrolments.tutorId,
			state: enrolments.state,
			attendedOn: enrolments.attendedOn,
			registerDataCheckedAt: registerPeople.confirmedAt,
			endsOn: cohorts.endsOn,
			announcedAt: cohorts.announcedAt,
			cardAt: deficitCards.createdAt,
			internSignedAt: deficitCards.internSignedAt,
			tutorSignedAt: deficitCards.tutorSignedAt,
			routeState: learningRoutes.state,
			agreedAt: learningRoutes.agreedAt,
			postedAt: effectivenessCards.postedAt,
			workState: finalWorks.state,
			publishedAt: finalWorks.publishedAt,
			revisionUntil: finalWorks.revisionUntil,
			decidedAt,
			surveyAnswered: sql<boolean>`${surveyParticipations.enrolmentId} is not null`,
			certificateOn: certificates.issuedOn
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, enrolments.personId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.leftJoin(registerPeople, eq(registerPeople.personId, enrolments.personId))
		.leftJoin(deficitCards, eq(deficitCards.enrolmentId, enrolments.id))
		.leftJoin(learningRoutes, eq(learningRoutes.enrolmentId, enrolments.id))
		.leftJoin(effectivenessCards, eq(effectivenessCards.enrolmentId, enrolments.id))
		.leftJoin(finalWorks, eq(finalWorks.enrolmentId, enrolments.id))
		.leftJoin(surveyParticipations, eq(surveyParticipations.enrolmentId, enrolments.id))
		.leftJoin(certificates, and(eq(certificates.enrolmentId, enrolments.id), inForce))
		.where(walking(who))
		.orderBy(asc(people.surname), asc(people.givenName), asc(enrolments.id));
}

/** Of the documents of an intern at most one is neither revoked nor replaced. */
const inForce = sql`${certificates.revokedAt} is null and not exists (
	select 1 from certificates later where later.replaces_id = ${certificates.id})`;

/** When each of these forms was first handed in. */
export function handedInForms(db: Queryable, who: Walkers, keys: string[]) {
	return db
		.select({
			enrolmentId: enrolments.id,
			key: formDefinitions.key,
			at: sql<Date>`min(${formAnswers.submittedAt})`.mapWith(formAnswers.submittedAt)
		})
		.from(formAnswers)
		.innerJoin(enrolments, eq(enrolments.id, formAnswers.enrolmentId))
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(and(walking(who), isNotNull(formAnswers.submittedAt), inArray(formDefinitions.key, keys)))
		.groupBy(enrolments.id, formDefinitions.key);
}

/** Tasks of the routes in their order. */
export function routeItems(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			task: learningRouteItems.taskKey,
			dueOn: learningRouteItems.dueOn,
			extendedTo: taskExtendedTo(enrolments.id, learningRouteItems.taskKey)
		})
		.from(learningRouteItems)
		.innerJoin(learningRoutes, eq(learningRoutes.id, learningRouteItems.learningRouteId))
		.innerJoin(enrolments, eq(enrolments.id, learningRoutes.enrolmentId))
		.where(walking(who))
		.orderBy(asc(enrolments.id), asc(learningRouteItems.position));
}

/** What was sent; the first sending tells whether it was late. */
export function sentTasks(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			task: submissions.taskKey,
			state: submissions.state,
			decidedAt: submissions.decidedAt,
			firstSentAt: submissionVersions.sentAt
		})
		.from(submissions)
		.innerJoin(enrolments, eq(enrolments.id, submissions.enrolmentId))
		.innerJoin(
			submissionVersions,
			and(eq(submissionVersions.submissionId, submissions.id), eq(submissionVersions.number, 1))
		)
		.where(walking(who));
}

/** Reviews that each intern is to write. */
export function reviewsToGive(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			toGive: sql<number>`count(*)::int`,
			given: sql<number>`count(${reviews.sentAt})::int`,
			lastSentAt: sql<Date | null>`max(${reviews.sentAt})`.mapWith(reviews.sentAt),
			dueAt: sql<Date>`max(${reviews.dueAt})`.mapWith(reviews.dueAt)
		})
		.from(reviews)
		.innerJoin(enrolments, eq(enrolments.id, reviews.reviewerId))
		.where(walking(who))
		.groupBy(enrolments.id);
}

/** How many sent reviews each intern's work has. */
export function reviewsReceived(db: Queryable, who: Walkers) {
	return db
		.select({ enrolmentId: enrolments.id, received: sql<number>`count(${reviews.sentAt})::int` })
		.from(reviews)
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.innerJoin(enrolments, eq(enrolments.id, finalWorks.enrolmentId))
		.where(walking(who))
		.groupBy(enrolments.id);
}

/** The cohort's own last day for each step. */
export function deadlines(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			step: cohortDeadlines.step,
			dueOn: cohortDeadlines.dueOn
		})
		.from(cohortDeadlines)
		.innerJoin(enrolments, eq(enrolments.cohortId, cohortDeadlines.cohortId))
		.where(walking(who));
}

/** The latest day that each intern was given for a step. */
export function extended(db: Queryable, who: Walkers) {
	return db
		.select({
			enrolmentId: enrolments.id,
			step: extensions.step,
			until: sql<string>`max(${extensions.until})::text`
		})
		.from(extensions)
		.innerJoin(enrolments, eq(enrolments.id, extensions.enrolmentId))
		.where(walking(who))
		.groupBy(enrolments.id, extensions.step);
}
