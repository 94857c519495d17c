import type { Database, Tx } from '@stazhirovka/db';
import {
	certificateBatchEntries as entries,
	certificateBatches as batches,
	certificates,
	cohorts,
	enrolments,
	grants,
	nameColumns,
	namesOf,
	people,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, count, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Finishing } from '../first.ts';

type Queryable = Database | Tx;
export type SummaryRow = Awaited<ReturnType<typeof batchRows>>[number];
export type EntryRow = Awaited<ReturnType<typeof entryRows>>[number];
export type Approver = Awaited<ReturnType<typeof approversOf>>[number];

const decider = alias(people, 'decider');

/** Batches with their people and how far each is, the newest first. */
export function batchRows(db: Queryable, which: { cohortId: string } | { id: string }) {
	return db
		.select({
			id: batches.id,
			cohortId: batches.cohortId,
			state: batches.state,
			preparedAt: batches.preparedAt,
			decidedAt: batches.decidedAt,
			finishedAt: batches.finishedAt,
			reason: batches.reason,
			preparedBy: nameColumns,
			decidedBy: namesOf(decider),
			total: count(entries.enrolmentId),
			issued: count(entries.certificateId),
			failed: count(entries.failure)
		})
		.from(batches)
		.innerJoin(people, eq(people.id, batches.preparedBy))
		.leftJoin(decider, eq(decider.id, batches.decidedBy))
		.leftJoin(entries, eq(entries.batchId, batches.id))
		.where('id' in which ? eq(batches.id, which.id) : eq(batches.cohortId, which.cohortId))
		.groupBy(batches.id, people.id, decider.id)
		.orderBy(desc(batches.preparedAt), desc(batches.id))
		.execute();
}

/** Batches at these sites that somebody else has prepared and nobody has decided, the oldest first. */
export function awaitingRows(db: Queryable, siteIds: string[], personId: string) {
	return db
		.select({
			id: batches.id,
			cohortId: batches.cohortId,
			cohort: cohorts.title,
			preparedAt: batches.preparedAt,
			preparedBy: nameColumns,
			total: count(entries.enrolmentId)
		})
		.from(batches)
		.innerJoin(cohorts, eq(cohorts.id, batches.cohortId))
		.innerJoin(people, eq(people.id, batches.preparedBy))
		.leftJoin(entries, eq(entries.batchId, batches.id))
		.where(
			and(eq(batches.state, 'prepared'), ne(batches.preparedBy, personId), inArray(cohorts.siteId, siteIds))
		)
		.groupBy(batches.id, cohorts.id, people.id)
		.orderBy(asc(batches.preparedAt), asc(batches.id));
}

/** The documents of a batch in their order. */
export function entryRows(db: Queryable, batchId: string) {
	return db
		.select({
			enrolmentId: entries.enrolmentId,
			words: entries.words,
			failure: entries.failure,
			failureDetails: entries.failureDetails,
			certificate: { id: certificates.id, number: certificates.number, token: certificates.token }
		})
		.from(entries)
		.leftJoin(certificates, eq(certificates.id, entries.certificateId))
		.where(eq(entries.batchId, batchId))
		.orderBy(asc(entries.position))
		.execute();
}

/** Who else leads the site or keeps its region, and can be written to. */
export function approversOf(db: Queryable, place: { siteId: string; regionId: string }, except: string) {
	const leads = and(
		eq(grants.role, 'leader'),
		eq(grants.scopeKind, 'site'),
		eq(grants.scopeId, place.siteId)
	);
	const keeps = and(
		eq(grants.role, 'coordinator'),
		eq(grants.scopeKind, 'region'),
		eq(grants.scopeId, place.regionId)
	);
	return db
		.selectDistinct({ ...nameColumns, email: people.email })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(or(leads, keeps), ne(people.id, except), isNull(people.blockedAt)))
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id))
		.execute();
}

export async function addressOf(db: Queryable, personId: string) {
	const [row] = await db
		.select({ email: people.email, givenName: people.givenName })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** Whose document it is, for the job: two people have decided, so nobody's rights are asked. */
export async function finishing(db: Queryable, enrolmentId: string) {
	const [row] = await db
		.select({
			cohortId: enrolments.cohortId,
			siteId: cohorts.siteId,
			siteCode: sites.code,
			programmeVersionId: cohorts.programmeVersionId,
			timeZone: sites.timeZone
		})
		.from(enrolments)
		.innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(eq(enrolments.id, enrolmentId));
	return row satisfies Finishing | undefined;
}

/** Bytes of one document after another, so that a thousand never lie in memory at once. */
export async function pdfOf(db: Queryable, id: string): Promise<Buffer | undefined> {
	const [row] = await db.select({ pdf: certificates.pdf }).from(certificates).where(eq(certificates.id, id));
	return row?.pdf;
}

export async function cohortTitle(db: Queryable, id: string): Promise<string> {
	const [row] = await db.select({ title: cohorts.title }).from(cohorts).where(eq(cohorts.id, id));
	return row?.title ?? '';
}
