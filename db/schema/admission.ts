import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, day, json, moment } from './columns.ts';

/** How a cohort takes people; without a row: by the site's decision alone, and nobody goes first. */
export const cohortAdmissions = pgTable(
	'cohort_admissions',
	{
		cohortId: uuid()
			.primaryKey()
			.references(() => cohorts.id, { onDelete: 'cascade' }),
		/** An application waits for the word of the head of the sending school (R77). */
		asksHead: boolean().notNull().default(false),
		/** Who goes first, in words: where the regulation names nobody, the leader does (R20). */
		priorityGroups: json<string[]>().notNull().default([]),
		/** How many seats people of one school may have; null: as many as there are. */
		seatsPerSchool: integer(),
		/** The last day on which people may apply; null: the last day of the cohort. */
		applyUntil: day()
	},
	(t) => [check('cohort_admissions_per_school', sql`${t.seatsPerSchool} > 0`)]
);

/** What is said of one enrolment besides its state; without a row nothing is. */
export const enrolmentAdmissions = pgTable(
	'enrolment_admissions',
	{
		enrolmentId: uuid()
			.primaryKey()
			.references(() => enrolments.id, { onDelete: 'cascade' }),
		/** The group that the person counts themselves to (R20); the site accepts or refuses it, null until then. */
		priorityGroup: text(),
		priorityAccepted: boolean(),
		/** Why somebody outside of the programme's audience was admitted (R48). */
		audienceReason: text(),
		/** The last day on which a seat is held for whoever is invited. */
		heldUntil: day(),
		/** Whoever was admitted gets this tutor with the seat, if the site named one. */
		namedTutorId: uuid(),
		/** The enrolment that was transferred into this one. */
		cameFrom: uuid().references(() => enrolments.id),
		/** What was done there and came along; empty: the programme's version is another, or nothing was done. */
		carried: json<string[]>().notNull().default([])
	},
	(t) => [index('enrolment_admissions_held').on(t.heldUntil)]
);

/** The word of the head of the sending school on one application, by a one-time link (R77). */
export const headConfirmations = pgTable('head_confirmations', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id, { onDelete: 'cascade' }),
	/** SHA-256 of the token in the letter; null when the word came on paper. */
	tokenHash: text().unique(),
	email: text(),
	sentAt: moment(),
	expiresAt: moment(),
	answeredAt: moment(),
	agreed: boolean(),
	author: text(),
	position: text(),
	/** Keys of the conditions that were confirmed. */
	conditions: json<string[]>(),
	reason: text(),
	/** Entered by the site from a letter on paper. */
	onPaper: boolean().notNull().default(false)
});

/** The link by which somebody whom a site entered chooses a password and gives consents. */
export const welcomes = pgTable('welcomes', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id, { onDelete: 'cascade' }),
	/** SHA-256 of the token in the letter. */
	tokenHash: text().notNull().unique(),
	sentAt: createdAt(),
	expiresAt: moment().notNull(),
	usedAt: moment()
});
