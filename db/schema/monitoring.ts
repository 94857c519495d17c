import { INDICATOR_KEYS } from '@stazhirovka/domain/indicators';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { moment } from './columns.ts';

const ofCohort = () =>
	uuid()
		.notNull()
		.references(() => cohorts.id, { onDelete: 'cascade' });

/** When the stored figures of a cohort were counted from its records last. */
export const cohortReckonings = pgTable('cohort_reckonings', {
	cohortId: ofCohort().primaryKey(),
	reckonedAt: moment().notNull(),
	/** Journal rows with a greater key were not seen; null: count again. */
	seen: uuid()
});

/**
 * What a cohort adds to an indicator: for those who may open its records, and (`told_`) over whole fives for everybody
 * else. Of an indicator that is told by groups alone the first three are the same as the others. Counted by one function
 * and always countable anew.
 */
export const indicatorFigures = pgTable(
	'indicator_figures',
	{
		cohortId: ofCohort(),
		indicator: text({ enum: INDICATOR_KEYS }).notNull(),
		part: integer().notNull(),
		whole: integer().notNull(),
		people: integer().notNull(),
		toldPart: integer().notNull(),
		toldWhole: integer().notNull(),
		toldPeople: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.indicator] })]
);

/** How often each value occurs, for figures that cannot be added: medians. */
export const indicatorSpreads = pgTable(
	'indicator_spreads',
	{
		cohortId: ofCohort(),
		indicator: text({ enum: INDICATOR_KEYS }).notNull(),
		value: integer().notNull(),
		count: integer().notNull(),
		toldCount: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.indicator, t.value] })]
);

/** Deficits of a cohort over whole fives of its cards: needed at the start, and before and after of those asked again. */
export const cohortDeficits = pgTable(
	'cohort_deficits',
	{
		cohortId: ofCohort(),
		deficit: text().notNull(),
		title: text().notNull(),
		carded: integer().notNull(),
		needed: integer().notNull(),
		repeated: integer().notNull(),
		before: integer().notNull(),
		after: integer().notNull(),
		reduced: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.deficit] }), index('cohort_deficits_title').on(t.title)]
);

const ofTutor = () =>
	uuid()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' });

/** What a tutor has checked in a cohort: of how many interns, how many sendings, and how many in the agreed time (R75). */
export const tutorFigures = pgTable(
	'tutor_figures',
	{
		cohortId: ofCohort(),
		tutorId: ofTutor(),
		people: integer().notNull(),
		checked: integer().notNull(),
		inTime: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.tutorId] }), index('tutor_figures_tutor').on(t.tutorId)]
);

/** After how many hours, and how often. */
export const tutorSpreads = pgTable(
	'tutor_spreads',
	{
		cohortId: ofCohort(),
		tutorId: ofTutor(),
		value: integer().notNull(),
		count: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.cohortId, t.tutorId, t.value] }),
		index('tutor_spreads_tutor').on(t.tutorId)
	]
);
