import type { DeficitRow } from '@stazhirovka/domain/diagnostics';
import type { DeficitLevel } from '@stazhirovka/domain/programmes';
import type { Answer } from '@stazhirovka/domain/forms';
import { LEARNING_ROUTE_STATES } from '@stazhirovka/domain/learning-routes';
import { SUBMISSION_STATES, type Effectiveness } from '@stazhirovka/domain/tasks';
import { bigint, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { enrolments } from './cohorts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';

export const learningRouteState = pgEnum('learning_route_state', LEARNING_ROUTE_STATES);
export const submissionState = pgEnum('submission_state', SUBMISSION_STATES);

/** Frozen once both have signed (R91). `rows` is what the rules gave; the tutor's decisions stand beside it. */
export const deficitCards = pgTable('deficit_cards', {
	id: id(),
	enrolmentId: uuid()
		.notNull()
		.unique()
		.references(() => enrolments.id),
	rows: json<DeficitRow[]>().notNull(),
	unanswered: integer().notNull(),
	overrides: json<{ deficit: string; level: DeficitLevel; reason: string }[]>().notNull().default([]),
	/** The intern's own words: what confirms the row, by deficit. */
	evidence: json<Record<string, string>>().notNull().default({}),
	revision: integer().notNull().default(1),
	createdAt: createdAt(),
	internSignedAt: moment(),
	tutorSignedAt: moment(),
	tutorSignedBy: uuid().references(() => people.id)
});

export const learningRoutes = pgTable('learning_routes', {
	id: id(),
	enrolmentId: uuid()
		.notNull()
		.unique()
		.references(() => enrolments.id),
	state: learningRouteState().notNull().default('draft'),
	/** What the rules proposed, kept to show what was changed by hand. */
	proposal: json<{ tasks: string[]; notCoveredAsPrimary: string[]; needsTutorConsent: boolean }>().notNull(),
	changeReason: text(),
	remark: text(),
	revision: integer().notNull().default(1),
	proposedAt: moment(),
	agreedAt: moment(),
	agreedBy: uuid().references(() => people.id),
	createdAt: createdAt()
});

export const learningRouteItems = pgTable(
	'learning_route_items',
	{
		learningRouteId: uuid()
			.notNull()
			.references(() => learningRoutes.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		taskKey: text().notNull(),
		dueOn: day().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.learningRouteId, t.position] }),
		unique('learning_route_items_task').on(t.learningRouteId, t.taskKey)
	]
);

/** The state of one task of one intern; what was written lives in the form answer `task:<key>`. */
export const submissions = pgTable(
	'submissions',
	{
		id: id(),
		enrolmentId: uuid()
			.notNull()
			.references(() => enrolments.id),
		taskKey: text().notNull(),
		state: submissionState().notNull(),
		sentAt: moment().notNull(),
		decidedAt: moment(),
		decidedBy: uuid().references(() => people.id)
	},
	(t) => [unique('submissions_task').on(t.enrolmentId, t.taskKey), index('submissions_state').on(t.state)]
);

/** Each sending is kept whole, with the tutor's word on it. */
export const submissionVersions = pgTable(
	'submission_versions',
	{
		id: id(),
		submissionId: uuid()
			.notNull()
			.references(() => submissions.id),
		number: integer().notNull(),
		answer: json<Answer>().notNull(),
		sentAt: moment().notNull(),
		decision: text({ enum: ['accepted', 'returned'] }),
		remark: text(),
		decidedAt: moment(),
		decidedBy: uuid().references(() => people.id)
	},
	(t) => [unique('submission_versions_number').on(t.submissionId, t.number)]
);

/** What a tutor said of one sending outside the decision: a message of a room that was made a remark. */
export const submissionRemarks = pgTable(
	'submission_remarks',
	{
		id: id(),
		versionId: uuid()
			.notNull()
			.references(() => submissionVersions.id),
		text: text().notNull(),
		/** Where it was said. */
		roomId: uuid().notNull(),
		message: bigint({ mode: 'number' }).notNull(),
		authorId: uuid()
			.notNull()
			.references(() => people.id),
		at: moment().notNull()
	},
	(t) => [unique('submission_remarks_message').on(t.versionId, t.roomId, t.message)]
);

export const effectivenessCards = pgTable('effectiveness_cards', {
	id: id(),
	enrolmentId: uuid()
		.notNull()
		.unique()
		.references(() => enrolments.id),
	answer: json<Answer>().notNull(),
	figures: json<Effectiveness>().notNull(),
	postedAt: moment().notNull()
});
