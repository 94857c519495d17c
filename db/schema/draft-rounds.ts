import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { day, id, json, moment } from './columns.ts';

/** A time in which authors of a cohort may show drafts to each other; a cohort without a row has none. */
export const draftRounds = pgTable('draft_rounds', {
	cohortId: uuid()
		.primaryKey()
		.references(() => cohorts.id),
	/** In the site's zone. */
	lastDay: day().notNull(),
	/** End of the last day. */
	closesAt: moment().notNull(),
	openedBy: uuid()
		.notNull()
		.references(() => people.id),
	openedAt: moment().notNull(),
	/** By hand, before the last day was over. */
	closedAt: moment()
});

/** A copy of the sheet of the final work as it stood when its author showed it; it never changes. */
export const shownDrafts = pgTable(
	'shown_drafts',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		enrolmentId: uuid()
			.notNull()
			.unique()
			.references(() => enrolments.id),
		title: text().notNull(),
		answer: json<Answer>().notNull(),
		shownAt: moment().notNull()
	},
	(t) => [index('shown_drafts_cohort').on(t.cohortId)]
);

/** Who reads which draft, and the comment. Nothing of it counts for a result. */
export const draftReadings = pgTable(
	'draft_readings',
	{
		id: id(),
		draftId: uuid()
			.notNull()
			.references(() => shownDrafts.id),
		readerId: uuid()
			.notNull()
			.references(() => enrolments.id),
		/** What the reader is called, for ever: 1 is «Читатель 1». */
		number: integer().notNull(),
		givenAt: moment().notNull(),
		dueAt: moment().notNull(),
		answer: json<Answer>().notNull(),
		revision: integer().notNull().default(0),
		savedAt: moment(),
		sentAt: moment(),
		/** When the time was over without a comment. */
		lapsedAt: moment()
	},
	(t) => [
		unique('draft_readings_once').on(t.draftId, t.readerId),
		unique('draft_readings_number').on(t.draftId, t.number),
		index('draft_readings_reader').on(t.readerId),
		check('draft_readings_sent_or_lapsed', sql`${t.sentAt} is null or ${t.lapsedAt} is null`)
	]
);
