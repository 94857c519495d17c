import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, uuid } from 'drizzle-orm/pg-core';
import { cohorts, enrolments } from './cohorts.ts';
import { json, moment } from './columns.ts';

/** Answers to the survey some time after the document: like the first ones they know only the cohort (X26). */
export const followUpAnswers = pgTable(
	'follow_up_answers',
	{
		id: uuid()
			.primaryKey()
			.default(sql`gen_random_uuid()`),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		answer: json<Answer>().notNull(),
		/** Which five of the cohort it came in, and nothing finer of its time (R167). */
		five: integer().notNull()
	},
	(t) => [index('follow_up_answers_cohort').on(t.cohortId)]
);

/** The bare fact. */
export const followUpParticipations = pgTable('follow_up_participations', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id)
});

/** Who was asked by letter, once. */
export const followUpInvitations = pgTable('follow_up_invitations', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id),
	invitedAt: moment().notNull()
});
