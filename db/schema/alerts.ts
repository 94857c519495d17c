import { ALERT_KINDS } from '@stazhirovka/domain/alerts';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, day, moment } from './columns.ts';

/** When somebody of a cohort needs attention, in days; null: not asked. Without a row, as for all cohorts. */
export const cohortAlertRules = pgTable('cohort_alert_rules', {
	cohortId: uuid()
		.primaryKey()
		.references(() => cohorts.id, { onDelete: 'cascade' }),
	silent: integer(),
	unchecked: integer(),
	deadline: integer(),
	review: integer(),
	/** Raised by every change: the second of two people at once is told. */
	revision: integer().notNull().default(1),
	setBy: uuid()
		.notNull()
		.references(() => people.id),
	setAt: moment().notNull()
});

/** Somebody was reminded of one thing: once a day, whoever pressed. */
export const alertReminders = pgTable(
	'alert_reminders',
	{
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		kind: text({ enum: ALERT_KINDS }).notNull(),
		/** By the site's clock. */
		onDay: day().notNull(),
		remindedBy: uuid()
			.notNull()
			.references(() => people.id),
		createdAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.enrolmentId, t.kind, t.onDay] }),
		index('alert_reminders_person').on(t.remindedBy)
	]
);
