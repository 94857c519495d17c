import type { Answer } from '@stazhirovka/domain/forms';
import { FINAL_WORK_STATES, RESULT_BASES } from '@stazhirovka/domain/final-works';
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgEnum,
	pgTable,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { reserveReviewers } from './reserve-reviewers.ts';

export const finalWorkState = pgEnum('final_work_state', FINAL_WORK_STATES);

export const finalWorks = pgTable(
	'final_works',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.unique()
			.references(() => enrolments.id),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		title: text().notNull(),
		state: finalWorkState().notNull(),
		/** 1, then 2 after the one revision that the programme allows. */
		version: integer().notNull().default(1),
		publishedAt: moment().notNull(),
		/** End of the time for a revision, set when the result is announced. */
		revisionUntil: moment()
	},
	(t) => [index('final_works_cohort').on(t.cohortId)]
);

export const finalWorkVersions = pgTable(
	'final_work_versions',
	{
		id: id(),
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		number: integer().notNull(),
		answer: json<Answer>().notNull(),
		publishedAt: moment().notNull()
	},
	(t) => [unique('final_work_versions_number').on(t.finalWorkId, t.number)]
);

/** One run of the allocator. The seed and the input reproduce it to the byte. */
export const allocations = pgTable(
	'allocations',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		seed: bigint({ mode: 'number' }).notNull(),
		input: json<unknown>().notNull(),
		report: json<unknown>().notNull(),
		/** Null when a reviewer's word or the clock made it necessary. */
		madeBy: uuid().references(() => people.id),
		madeAt: createdAt()
	},
	(t) => [index('allocations_cohort').on(t.cohortId)]
);

export const reviews = pgTable(
	'reviews',
	{
		id: id(),
		allocationId: uuid()
			.notNull()
			.references(() => allocations.id),
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		/** Who reviews: the enrolment of an intern of the cohort, or one of its reserve. */
		reviewerId: uuid().notNull(),
		/** Not null when somebody of the reserve reviews; the same as `reviewer_id` then. */
		reserveId: uuid().references(() => reserveReviewers.id),
		/** Not null when an intern of the cohort reviews: told by the other two, so that they cannot disagree. */
		enrolmentId: uuid()
			.generatedAlwaysAs(sql`case when reserve_id is null then reviewer_id end`)
			.references(() => enrolments.id),
		/** What the reviewer is called before the announcement: «Рецензент 2». */
		alias: text().notNull(),
		dueAt: moment().notNull(),
		givenAt: createdAt(),
		/** Until when a review that is not begun stays with its reviewer; null when nothing takes it away. */
		leaseUntil: moment(),
		/** When the reviewer was reminded last. */
		remindedAt: moment(),
		scores: json<Record<string, number>>(),
		comments: json<Record<string, string>>(),
		sentAt: moment()
	},
	(t) => [
		unique('reviews_once').on(t.finalWorkId, t.reviewerId),
		index('reviews_reviewer').on(t.reviewerId),
		index('reviews_lease').on(t.leaseUntil),
		check('reviews_reserve_reviews', sql`${t.reserveId} is null or ${t.reserveId} = ${t.reviewerId}`),
		check('reviews_sent_whole', sql`(${t.sentAt} is null) = (${t.scores} is null)`)
	]
);

/** Written once: with the announcement, after a revision, after an appeal. The newest round holds. */
export const finalWorkResults = pgTable(
	'final_work_results',
	{
		id: id(),
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		round: integer().notNull(),
		/** What the round rests on. */
		basis: text({ enum: RESULT_BASES }).notNull().default('reviews'),
		medians: json<Record<string, number> | null>(),
		total: text(),
		sums: json<number[]>().notNull(),
		spread: text(),
		/** What the reviews alone say. */
		passedByReviews: boolean().notNull(),
		needsModeration: boolean().notNull(),
		enoughReviews: boolean().notNull(),
		/** What holds: the tutor's decision where the rules ask for it, else the reviews. */
		passed: boolean().notNull(),
		decisionReason: text(),
		decidedBy: uuid().references(() => people.id),
		announcedAt: moment().notNull()
	},
	(t) => [unique('final_work_results_round').on(t.finalWorkId, t.round)]
);

/** A tutor's decision before the announcement, where the rules ask for one. */
export const moderations = pgTable(
	'moderations',
	{
		id: id(),
		finalWorkId: uuid()
			.notNull()
			.references(() => finalWorks.id),
		round: integer().notNull(),
		passed: boolean().notNull(),
		reason: text().notNull(),
		decidedBy: uuid()
			.notNull()
			.references(() => people.id),
		decidedAt: createdAt()
	},
	(t) => [unique('moderations_round').on(t.finalWorkId, t.round)]
);

/** The optional word of the school's administration, given by a one-time link without an account (R113). */
export const administrationViews = pgTable('administration_views', {
	id: id(),
	finalWorkId: uuid()
		.notNull()
		.unique()
		.references(() => finalWorks.id),
	/** SHA-256 of the token in the link. */
	tokenHash: text().notNull().unique(),
	invitedAt: createdAt(),
	expiresAt: moment().notNull(),
	author: text(),
	position: text(),
	text: text(),
	givenAt: moment()
});
