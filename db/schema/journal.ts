import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, createdAt, id, json, moment } from './columns.ts';

/** Who did what, when: append-only (R169). No foreign key to people, so that the record outlives the person. */
export const journal = pgTable(
	'journal',
	{
		id: id(),
		at: createdAt(),
		actorId: uuid(),
		kind: text().notNull(),
		subjectId: uuid().notNull(),
		cohortId: uuid(),
		data: json<Record<string, unknown>>().notNull()
	},
	(t) => [
		index('journal_subject').on(t.subjectId, t.at),
		index('journal_cohort').on(t.cohortId, t.at),
		index('journal_cohort_unseen').on(t.cohortId, t.id)
	]
);

/** Letters wait here in the transaction that caused them and are sent by the worker. */
export const outbox = pgTable(
	'outbox',
	{
		id: id(),
		to: text().notNull(),
		subject: text().notNull(),
		text: text().notNull(),
		/** Such as `List-Unsubscribe`. */
		headers: json<Record<string, string>>(),
		/** A file that goes with it. */
		attachment: bytea(),
		attachmentName: text(),
		attachmentMime: text(),
		createdAt: createdAt(),
		attempts: integer().notNull().default(0),
		nextAttemptAt: moment().notNull().defaultNow(),
		sentAt: moment()
	},
	(t) => [
		index('outbox_waiting').on(t.nextAttemptAt),
		check(
			'outbox_attachment_named',
			sql`(${t.attachment} is null) = (${t.attachmentName} is null) and (${t.attachment} is null) = (${t.attachmentMime} is null)`
		)
	]
);
