import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { certificates, type CertificateSnapshot } from './certificates.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';

/** What a document will say, but for what it gets when it is printed: number, day and code. */
export type CertificateWords = Omit<CertificateSnapshot, 'number' | 'issuedOn' | 'verifyUrl'>;

/** Documents that one person prepares and another one approves (V2.3.5); then a job prints them. */
export const certificateBatches = pgTable(
	'certificate_batches',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		state: text({ enum: ['prepared', 'returned', 'approved'] })
			.notNull()
			.default('prepared'),
		preparedBy: uuid()
			.notNull()
			.references(() => people.id),
		preparedAt: createdAt(),
		decidedBy: uuid().references(() => people.id),
		decidedAt: moment(),
		/** Why it was returned. */
		reason: text(),
		/** When nothing was left to print, whether all could be or not. */
		finishedAt: moment()
	},
	(t) => [
		index('certificate_batches_cohort').on(t.cohortId),
		check('certificate_batches_two_people', sql`${t.decidedBy} <> ${t.preparedBy}`),
		check('certificate_batches_decided', sql`(${t.state} = 'prepared') = (${t.decidedAt} is null)`)
	]
);

export const certificateBatchEntries = pgTable(
	'certificate_batch_entries',
	{
		batchId: uuid()
			.notNull()
			.references(() => certificateBatches.id),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		words: json<CertificateWords>().notNull(),
		/** Some process prints it; after a while without a result another one may. */
		claimedAt: moment(),
		certificateId: uuid().references(() => certificates.id),
		/** The code of the refusal, and what it was about. */
		failure: text(),
		failureDetails: json<Record<string, unknown>>()
	},
	(t) => [
		primaryKey({ columns: [t.batchId, t.enrolmentId] }),
		index('certificate_batch_entries_enrolment').on(t.enrolmentId),
		index('certificate_batch_entries_waiting')
			.on(t.batchId, t.position)
			.where(sql`${t.certificateId} is null and ${t.failure} is null`)
	]
);
