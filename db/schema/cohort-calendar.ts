import { ANCHORS, DEADLINE_STEPS } from '@stazhirovka/domain/deadlines';
import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, day, id } from './columns.ts';
import { sites } from './sites.ts';

/** Days that a site does not work beside the country’s holidays: its region’s and its own. */
export const siteDaysOff = pgTable(
	'site_days_off',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id, { onDelete: 'cascade' }),
		kind: text({ enum: ['regional', 'own'] }).notNull(),
		title: text().notNull(),
		firstDay: day().notNull(),
		lastDay: day().notNull(),
		createdBy: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		index('site_days_off_site').on(t.siteId, t.firstDay),
		check('site_days_off_forward', sql`${t.firstDay} <= ${t.lastDay}`)
	]
);

/** The last day of a step for a whole cohort: the rule it is counted by, and the day that it gave. */
export const cohortDeadlines = pgTable(
	'cohort_deadlines',
	{
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id, { onDelete: 'cascade' }),
		step: text({ enum: DEADLINE_STEPS }).notNull(),
		anchor: text({ enum: ANCHORS }).notNull(),
		/** Before the anchor when negative. */
		workingDays: integer().notNull(),
		dueOn: day().notNull()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.step] })]
);

/**
 * More time for one person: `step` is a step of the cohort’s deadlines, or a task as `task.T01`. The latest day given
 * holds; what was given before stays to be read.
 */
export const extensions = pgTable(
	'extensions',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		step: text().notNull(),
		until: day().notNull(),
		reason: text().notNull(),
		givenBy: uuid()
			.notNull()
			.references(() => people.id),
		givenAt: createdAt()
	},
	(t) => [index('extensions_enrolment').on(t.enrolmentId, t.step)]
);

/** Until when an intern was given time for a task; null when no time was given. For a column of a statement. */
export function taskExtendedTo(enrolmentId: AnyPgColumn, taskKey: AnyPgColumn) {
	return sql<string | null>`(
		select max(x.until)::text from ${extensions} x
		where x.enrolment_id = ${enrolmentId} and x.step = 'task.' || ${taskKey})`;
}
