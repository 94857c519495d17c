import type { Database } from '@stazhirovka/db';
import {
	certificates,
	cohorts,
	enrolments,
	finalWorkResults,
	finalWorks,
	finalWorkVersions,
	formAnswers,
	formDefinitions,
	programmeVersions,
	reviews,
	reviewUsefulness,
	sites,
	submissions,
	submissionVersions
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';

export type OwnEnrolment = Awaited<ReturnType<typeof ownEnrolments>>[number];
export type OwnCertificate = Awaited<ReturnType<typeof ownCertificates>>[number];

/** Where somebody studies or has studied. */
export function ownEnrolments(db: Database, personId: string) {
	return db
		.select({
			id: enrolments.id,
			programmeVersionId: cohorts.programmeVersionId,
			programme: sql<string>`${programmeVersions.document}->>'title'`,
			cohort: cohorts.title,
			startsOn: cohorts.startsOn,
			endsOn: cohorts.endsOn,
			site: sites.title,
			timeZone: sites.timeZone
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(and(eq(enrolments.personId, personId), inArray(enrolments.state, ['confirmed', 'completed'])))
		.orderBy(desc(cohorts.startsOn), desc(enrolments.id));
}

/** Where somebody has taken the diagnosis once more at the end. */
export function repeatedDiagnoses(db: Database, personId: string) {
	return db
		.selectDistinct({
			enrolment: enrolments.id,
			programme: sql<string>`${programmeVersions.document}->>'title'`
		})
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.innerJoin(enrolments, eq(enrolments.id, formAnswers.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(programmeVersions, eq(programmeVersions.id, cohorts.programmeVersionId))
		.where(
			and(
				eq(enrolments.personId, personId),
				inArray(enrolments.state, ['confirmed', 'completed']),
				eq(formDefinitions.key, 'diagnostic'),
				sql`${formAnswers.occasion} like 'exit%'`,
				isNotNull(formAnswers.submittedAt)
			)
		);
}

/** Everything ever issued to somebody, the newest first; without the bytes. */
export function ownCertificates(db: Database, personId: string) {
	return db
		.select({
			id: certificates.id,
			enrolmentId: enrolments.id,
			number: certificates.number,
			snapshot: certificates.snapshot,
			issuedOn: certificates.issuedOn,
			token: certificates.token,
			cohort: cohorts.title,
			isRevoked: sql<boolean>`${certificates.revokedAt} is not null`,
			isReplaced: sql<boolean>`exists (
				select 1 from ${certificates} later where later.replaces_id = ${certificates}.id)`
		})
		.from(certificates)
		.innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.where(and(eq(enrolments.personId, personId), inArray(enrolments.state, ['confirmed', 'completed'])))
		.orderBy(desc(certificates.issuedAt), desc(certificates.id));
}

export async function pdfOf(db: Database, id: string): Promise<Buffer | undefined> {
	const [row] = await db.select({ pdf: certificates.pdf }).from(certificates).where(eq(certificates.id, id));
	return row?.pdf;
}

/** Forms that an intern handed in, but for these: what stands elsewhere or is about others' works. */
export function handedInForms(db: Database, enrolmentId: string, without: string[]) {
	return db
		.select({
			definition: formDefinitions.definition,
			occasion: formAnswers.occasion,
			answer: formAnswers.answer
		})
		.from(formAnswers)
		.innerJoin(formDefinitions, eq(formDefinitions.id, formAnswers.definitionId))
		.where(
			and(
				eq(formAnswers.enrolmentId, enrolmentId),
				isNotNull(formAnswers.submittedAt),
				notInArray(formDefinitions.key, without),
				sql`${formDefinitions.key} not like 'task:%'`
			)
		)
		.orderBy(asc(formAnswers.submittedAt), asc(formAnswers.id));
}

/** Accepted sendings, as they were accepted. */
export function acceptedTasks(db: Database, enrolmentId: string) {
	return db
		.select({
			task: submissions.taskKey,
			answer: submissionVersions.answer
		})
		.from(submissions)
		.innerJoin(submissionVersions, eq(submissionVersions.submissionId, submissions.id))
		.where(and(eq(submissions.enrolmentId, enrolmentId), eq(submissionVersions.decision, 'accepted')))
		.orderBy(asc(submissions.taskKey), asc(submissionVersions.number));
}

export function workVersions(db: Database, enrolmentId: string) {
	return db
		.select({
			title: finalWorks.title,
			number: finalWorkVersions.number,
			answer: finalWorkVersions.answer
		})
		.from(finalWorks)
		.innerJoin(finalWorkVersions, eq(finalWorkVersions.finalWorkId, finalWorks.id))
		.where(eq(finalWorks.enrolmentId, enrolmentId))
		.orderBy(asc(finalWorkVersions.number));
}

export function announcedResults(db: Database, enrolmentId: string) {
	return db
		.select({
			basis: finalWorkResults.basis,
			total: finalWorkResults.total,
			passed: finalWorkResults.passed,
			at: finalWorkResults.announcedAt
		})
		.from(finalWorkResults)
		.innerJoin(finalWorks, eq(finalWorks.id, finalWorkResults.finalWorkId))
		.where(eq(finalWorks.enrolmentId, enrolmentId))
		.orderBy(asc(finalWorkResults.round));
}

/** What reviewers wrote of an intern's work; under their aliases, whoever they are. */
export function receivedReviews(db: Database, enrolmentId: string) {
	return db
		.select({
			alias: reviews.alias,
			scores: reviews.scores,
			comments: reviews.comments,
			rated: sql<boolean>`${reviewUsefulness.reviewId} is not null`
		})
		.from(reviews)
		.innerJoin(finalWorks, eq(finalWorks.id, reviews.finalWorkId))
		.leftJoin(reviewUsefulness, eq(reviewUsefulness.reviewId, reviews.id))
		.where(and(eq(finalWorks.enrolmentId, enrolmentId), isNotNull(reviews.sentAt)))
		.orderBy(asc(reviews.alias));
}
