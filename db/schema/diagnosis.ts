import type { Observed, AttemptRules } from '@stazhirovka/domain/diagnostics';
import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { files } from './forms.ts';

/** How a cohort takes the diagnosis. No row: one attempt without a limit, as the programme wrote it. */
export const diagnosisRules = pgTable('diagnosis_rules', {
	cohortId: uuid()
		.primaryKey()
		.references(() => cohorts.id, { onDelete: 'cascade' }),
	minutes: integer(),
	attempts: integer().notNull(),
	counts: text().$type<AttemptRules['counts']>().notNull(),
	randomOrder: boolean().notNull(),
	exit: boolean().notNull(),
	setBy: uuid()
		.notNull()
		.references(() => people.id),
	setAt: moment().notNull()
});

/**
 * An attempt that was begun by a clock, an order or a repetition, or was keyed in from paper. What was answered lives
 * in the form answer of the same occasion, and so does whether it is over.
 */
export const diagnosisAttempts = pgTable(
	'diagnosis_attempts',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		occasion: text().notNull(),
		/** The order of the questions; null keeps the programme's. */
		seed: text(),
		startedAt: moment().notNull(),
		/** The limit at the beginning; what the tutor adds stands beside it. */
		minutes: integer(),
		closedBy: text().$type<'person' | 'time' | 'paper'>()
	},
	(t) => [
		unique('diagnosis_attempts_occasion').on(t.enrolmentId, t.occasion),
		index('diagnosis_attempts_open')
			.on(t.startedAt)
			.where(sql`${t.closedBy} is null and ${t.minutes} is not null`)
	]
);

/** What the tutor has added for one person, with the reason in the tutor's words. */
export const diagnosisAllowances = pgTable('diagnosis_allowances', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id),
	minutes: integer().notNull(),
	attempts: integer().notNull(),
	reason: text().notNull(),
	givenBy: uuid()
		.notNull()
		.references(() => people.id),
	givenAt: moment().notNull()
});

/** What a colleague or the head saw of the same deficits: asked for by a one-time link, kept apart from the card. */
export const deficitObservations = pgTable(
	'deficit_observations',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		invitedBy: uuid()
			.notNull()
			.references(() => people.id),
		email: text().notNull(),
		/** SHA-256 of the token in the link. */
		tokenHash: text().notNull().unique(),
		invitedAt: createdAt(),
		expiresAt: moment().notNull(),
		withdrawnAt: moment(),
		author: text(),
		position: text(),
		answer: json<Observed>(),
		note: text(),
		givenAt: moment()
	},
	(t) => [
		index('deficit_observations_enrolment').on(t.enrolmentId),
		check('deficit_observations_given', sql`(${t.givenAt} is null) = (${t.answer} is null)`)
	]
);

/** A sheet that was filled by hand: keyed in twice, compared, and then handed in as the intern's. */
export const diagnosisPapers = pgTable(
	'diagnosis_papers',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		occasion: text().notNull(),
		first: json<Answer>().notNull(),
		firstBy: uuid()
			.notNull()
			.references(() => people.id),
		firstAt: moment().notNull(),
		second: json<Answer>(),
		secondBy: uuid().references(() => people.id),
		secondAt: moment(),
		/** When the sheet was handed in. */
		doneAt: moment(),
		fileId: uuid().references(() => files.id)
	},
	(t) => [unique('diagnosis_papers_occasion').on(t.enrolmentId, t.occasion)]
);
