import { ENROLMENT_STATES } from '@stazhirovka/domain/cohorts';
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	time,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, moment } from './columns.ts';
import { programmeVersions } from './programmes.ts';
import { sites } from './sites.ts';

export const enrolmentState = pgEnum('enrolment_state', ENROLMENT_STATES);

/** One run of one frozen programme version at one site. */
export const cohorts = pgTable(
	'cohorts',
	{
		id: id(),
		key: text().unique(),
		programmeVersionId: uuid()
			.notNull()
			.references(() => programmeVersions.id),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		title: text().notNull(),
		startsOn: day().notNull(),
		endsOn: day().notNull(),
		capacity: integer().notNull(),
		enrolmentOpen: boolean().notNull().default(true),
		/** When the results of the reviews were announced for the whole cohort at once. */
		announcedAt: moment(),
		/** Grows with every change of the cohort’s own words, days, tutors, meetings and deadlines. */
		revision: integer().notNull().default(1),
		createdAt: createdAt()
	},
	(t) => [
		index('cohorts_site').on(t.siteId, t.endsOn),
		check('cohorts_period', sql`${t.startsOn} <= ${t.endsOn}`),
		check('cohorts_capacity', sql`${t.capacity} > 0`)
	]
);

export const cohortTutors = pgTable(
	'cohort_tutors',
	{
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id)
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.personId] })]
);

/** An in-person meeting of the cohort. */
export const cohortSessions = pgTable('cohort_sessions', {
	id: id(),
	cohortId: uuid()
		.notNull()
		.references(() => cohorts.id, { onDelete: 'cascade' }),
	module: integer().notNull(),
	date: day().notNull(),
	startsAt: time().notNull(),
	endsAt: time().notNull(),
	place: text().notNull(),
	breaks: text()
});

/** The tutor's mark that a row of the run sheet was held (R82). */
export const runSheetMarks = pgTable(
	'run_sheet_marks',
	{
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id, { onDelete: 'cascade' }),
		activityKey: text().notNull(),
		markedBy: uuid()
			.notNull()
			.references(() => people.id),
		markedAt: createdAt()
	},
	(t) => [primaryKey({ columns: [t.cohortId, t.activityKey] })]
);

export const enrolments = pgTable(
	'enrolments',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		tutorId: uuid().references(() => people.id),
		state: enrolmentState().notNull().default('applied'),
		/** Frozen at application: rules about organisations use the one the intern came from. */
		organisationTitle: text(),
		appliedAt: createdAt(),
		decidedAt: moment(),
		decidedBy: uuid().references(() => people.id),
		decisionReason: text(),
		attendedOn: day(),
		attendanceMarkedBy: uuid().references(() => people.id),
		/** Understanding of the work, assessed after the discussion (R85). */
		understandingScore: integer(),
		understandingLevel: text(),
		understandingNote: text(),
		understandingMarkedBy: uuid().references(() => people.id),
		understandingMarkedAt: moment()
	},
	(t) => [
		unique('enrolments_once').on(t.cohortId, t.personId),
		index('enrolments_person').on(t.personId),
		index('enrolments_tutor').on(t.tutorId)
	]
);
