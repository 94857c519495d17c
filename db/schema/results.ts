import type { Answer } from '@stazhirovka/domain/forms';
import { RESULT_SHEETS, USEFULNESS } from '@stazhirovka/domain/results';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { finalWorkResults, finalWorks, reviews } from './final-works.ts';

/** What the author of a work writes after the announcement: the table of recommendations, and an appeal. */
export const resultSheets = pgTable(
	'result_sheets',
	{
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		kind: text({ enum: RESULT_SHEETS }).notNull(),
		answer: json<Answer>().notNull(),
		/** Raised by every save; a save that names an older one is refused (two tabs). */
		revision: integer().notNull().default(1),
		savedAt: moment().notNull(),
		submittedAt: moment()
	},
	(t) => [primaryKey({ columns: [t.finalWorkId, t.kind] })]
);

/** Fixed before the announcement; a cohort without a row may only be raised. */
export const appealRules = pgTable('appeal_rules', {
	cohortId: uuid()
		.primaryKey()
		.references(() => cohorts.id),
	mayLower: boolean().notNull(),
	setBy: uuid()
		.notNull()
		.references(() => people.id),
	setAt: moment().notNull()
});

/** Sent once for a work. What was decided is written once, beside the result that it leads to. */
export const appeals = pgTable(
	'appeals',
	{
		id: id(),
		finalWorkId: uuid()
			.notNull()
			.unique()
			.references(() => finalWorks.id),
		/** The result that the author disputes. */
		resultId: uuid()
			.notNull()
			.references(() => finalWorkResults.id),
		/** By criterion: why the author does not agree. */
		reasons: json<Record<string, string>>().notNull(),
		/** The rule of the cohort as the author read it. */
		mayLower: boolean().notNull(),
		sentAt: moment().notNull(),
		/** The last day of the answer, in the site's zone. */
		answerBy: day().notNull(),
		/** Days that were left for a revision: its time stands still while the appeal is read. */
		revisionDaysLeft: integer(),
		remindedAt: moment(),
		decidedAt: moment(),
		decidedBy: uuid().references(() => people.id),
		/** Marks by criterion after the decision, and why each was changed. */
		marks: json<Record<string, number>>(),
		changes: json<Record<string, string>>(),
		passed: boolean(),
		conclusion: text()
	},
	(t) => [
		index('appeals_open')
			.on(t.answerBy)
			.where(sql`${t.decidedAt} is null`),
		check(
			'appeals_decided_whole',
			sql`num_nulls(${t.decidedAt}, ${t.decidedBy}, ${t.passed}, ${t.conclusion}, ${t.changes}) in (0, 5)`
		)
	]
);

/** The author's word on a review. The reviewer only ever sees sums over several. */
export const reviewUsefulness = pgTable('review_usefulness', {
	reviewId: uuid()
		.primaryKey()
		.references(() => reviews.id),
	answer: text({ enum: USEFULNESS }).notNull(),
	reason: text().notNull().default(''),
	answeredAt: moment().notNull()
});

/** A time for showing works to everybody (R116); whoever takes it shows the own work. */
export const presentationSlots = pgTable(
	'presentation_slots',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		startsAt: moment().notNull(),
		endsAt: moment().notNull(),
		/** A room, or the address of a remote one. */
		venue: text().notNull(),
		finalWorkId: uuid().references(() => finalWorks.id),
		takenAt: moment(),
		openedBy: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		unique('presentation_slots_work').on(t.finalWorkId),
		unique('presentation_slots_start').on(t.cohortId, t.startsAt),
		check('presentation_slots_forward', sql`${t.startsAt} < ${t.endsAt}`),
		check('presentation_slots_taken', sql`(${t.finalWorkId} is null) = (${t.takenAt} is null)`)
	]
);
