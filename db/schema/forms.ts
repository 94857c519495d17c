import type { Answer } from '@stazhirovka/domain/forms';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { createdAt, id, json, moment } from './columns.ts';
import { formDefinitions } from './programmes.ts';

/**
 * A filled form. It belongs to an intern (`enrolment_id`) or, where a group fills it together, to the cohort alone.
 * `occasion` tells apart several answers to one definition: a video, a work under review.
 */
export const formAnswers = pgTable(
	'form_answers',
	{
		id: id(),
		definitionId: uuid()
			.notNull()
			.references(() => formDefinitions.id),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		enrolmentId: uuid().references(() => enrolments.id),
		occasion: text().notNull().default(''),
		answer: json<Answer>().notNull(),
		/** Raised by every save; a save that names an older one is refused (two tabs). */
		revision: integer().notNull().default(1),
		savedAt: createdAt(),
		savedBy: uuid()
			.notNull()
			.references(() => people.id),
		/** Handed in: the answer is read-only from then on, unless its owner reopens it by a rule. */
		submittedAt: moment()
	},
	(t) => [
		unique('form_answers_once').on(t.definitionId, t.cohortId, t.enrolmentId, t.occasion).nullsNotDistinct(),
		index('form_answers_enrolment').on(t.enrolmentId),
		index('form_answers_cohort').on(t.cohortId)
	]
);

export const files = pgTable(
	'files',
	{
		id: id(),
		ownerId: uuid()
			.notNull()
			.references(() => people.id),
		/** Who may read it besides the owner is told by where it hangs. */
		enrolmentId: uuid().references(() => enrolments.id),
		roomId: uuid(),
		actId: uuid(),
		applicationId: uuid(),
		siteId: uuid(),
		name: text().notNull(),
		mime: text().notNull(),
		size: integer().notNull(),
		sha256: text().notNull(),
		createdAt: createdAt()
	},
	(t) => [
		index('files_sha256').on(t.sha256),
		index('files_owner').on(t.ownerId, t.createdAt),
		index('files_act').on(t.actId),
		index('files_application').on(t.applicationId),
		check(
			'files_belong_somewhere',
			sql`num_nonnulls(${t.enrolmentId}, ${t.roomId}, ${t.actId}, ${t.applicationId}, ${t.siteId}) <= 1`
		)
	]
);

/** Files on their way. How far one has come is told by its bytes on the disk, never by its row. */
export const uploads = pgTable(
	'uploads',
	{
		id: id(),
		ownerId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Where the file will belong. */
		place:
			json<
				Partial<Record<'enrolmentId' | 'roomId' | 'actId' | 'applicationId' | 'siteId', string>>
			>().notNull(),
		name: text().notNull(),
		size: integer().notNull(),
		/** The file that it became: whoever did not hear so asks again. */
		fileId: uuid().references(() => files.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
		/** When bytes came last; what is left alone for long is swept. */
		touchedAt: moment().notNull()
	},
	(t) => [index('uploads_owner').on(t.ownerId, t.createdAt), index('uploads_touched').on(t.touchedAt)]
);

/** Answers to the anonymous survey carry neither person nor time (R120): only the cohort. */
export const surveyAnswers = pgTable(
	'survey_answers',
	{
		id: uuid()
			.primaryKey()
			.default(sql`gen_random_uuid()`),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		answer: json<Answer>().notNull(),
		/** Which five of the cohort it came in, and nothing finer of its time; a five is told when it is whole (R167). */
		five: integer().notNull()
	},
	(t) => [index('survey_answers_cohort').on(t.cohortId)]
);

/** The bare fact that a person answered, needed by the completion rules. */
export const surveyParticipations = pgTable('survey_participations', {
	enrolmentId: uuid()
		.primaryKey()
		.references(() => enrolments.id)
});
