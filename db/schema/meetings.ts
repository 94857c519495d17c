import {
	AGENDA_KINDS,
	EXPERTISE_RESULTS,
	MEETING_STATES,
	OUTCOMES,
	VOTES,
	type PutFigures,
	type Stand
} from '@stazhirovka/domain/councils';
import { APPLICATION_STATES } from '@stazhirovka/domain/sites';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { applications } from './applications.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { councils } from './councils.ts';
import { documents } from './documents.ts';
import { sites } from './sites.ts';

/** A meeting of a council. Its number is given when it is closed, in order within the council and the year. */
export const meetings = pgTable(
	'meetings',
	{
		id: id(),
		councilId: uuid()
			.notNull()
			.references(() => councils.id),
		heldOn: day().notNull(),
		/** «14:30», as it stands in the invitation. */
		beginsAt: text().notNull(),
		place: text().notNull(),
		state: text({ enum: MEETING_STATES }).notNull().default('planned'),
		/** Raised by every change of agenda, attendance or votes. */
		revision: integer().notNull().default(0),
		year: integer(),
		number: integer(),
		/** Members on the day and those who were there, as they stood when it was closed. */
		closed: json<{ members: number; present: number }>(),
		createdBy: uuid().references(() => people.id),
		createdAt: createdAt(),
		calledAt: moment(),
		closedAt: moment(),
		closedBy: uuid().references(() => people.id),
		/** The minutes as they were issued. */
		minutesId: uuid().references(() => documents.id)
	},
	(t) => [
		index('meetings_council').on(t.councilId, t.heldOn),
		unique('meetings_number').on(t.councilId, t.year, t.number),
		check('meetings_numbered', sql`(${t.state} = 'closed') = (${t.number} is not null)`)
	]
);

export const meetingAttendance = pgTable(
	'meeting_attendance',
	{
		meetingId: uuid()
			.notNull()
			.references(() => meetings.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id)
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.personId] })]
);

/** A question of a meeting; results of a site's work may be put to a council too (R133). */
export const agendaItems = pgTable(
	'agenda_items',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meetings.id, { onDelete: 'cascade' }),
		position: integer().notNull(),
		kind: text({ enum: AGENDA_KINDS }).notNull(),
		applicationId: uuid().references(() => applications.id),
		siteId: uuid().references(() => sites.id),
		/** What it is called in the agenda. */
		title: text().notNull(),
		/** What was heard, and what was decided, in words of the minutes. */
		heard: text().notNull().default(''),
		decision: text().notNull().default(''),
		putOff: boolean().notNull().default(false),
		outcome: text({ enum: OUTCOMES }),
		stand: json<Stand>(),
		/** Results as they stood when they were put on the agenda (R133). */
		figures: json<PutFigures>()
	},
	(t) => [
		unique('agenda_items_order').on(t.meetingId, t.position),
		index('agenda_items_application').on(t.applicationId),
		index('agenda_items_site').on(t.siteId),
		check('agenda_items_application', sql`(${t.kind} = 'application') = (${t.applicationId} is not null)`),
		check('agenda_items_figures', sql`${t.figures} is null or ${t.kind} = 'results'`),
		check('agenda_items_site', sql`(${t.kind} in ('termination', 'results')) = (${t.siteId} is not null)`)
	]
);

export const votes = pgTable(
	'votes',
	{
		itemId: uuid()
			.notNull()
			.references(() => agendaItems.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		vote: text({ enum: VOTES }).notNull()
	},
	(t) => [primaryKey({ columns: [t.itemId, t.personId] })]
);

/** Представление: a body proposes that a status be granted, or ended (R4, R22). */
export const proposals = pgTable(
	'proposals',
	{
		id: id(),
		applicationId: uuid().references(() => applications.id),
		siteId: uuid().references(() => sites.id),
		body: text().notNull(),
		number: text().notNull(),
		madeOn: day().notNull(),
		text: text().notNull(),
		recordedBy: uuid().references(() => people.id),
		createdAt: createdAt(),
		/** The paper as it was issued. */
		documentId: uuid().references(() => documents.id)
	},
	(t) => [
		unique('proposals_application').on(t.applicationId),
		unique('proposals_site').on(t.siteId, t.number, t.madeOn),
		check('proposals_about_one', sql`num_nonnulls(${t.applicationId}, ${t.siteId}) = 1`)
	]
);

export const LETTER_KINDS = ['expertise', 'council', 'proposal'] as const;

/** What the applicant will be told of a decision. Nothing is sent or shown to them before it is released. */
export const decisionLetters = pgTable(
	'decision_letters',
	{
		id: id(),
		applicationId: uuid()
			.notNull()
			.references(() => applications.id),
		kind: text({ enum: LETTER_KINDS }).notNull(),
		result: text({ enum: [...EXPERTISE_RESULTS, ...OUTCOMES, 'made'] }).notNull(),
		/** Where the application stood before the decision: what its author sees until they are told. */
		seenState: text({ enum: APPLICATION_STATES }).notNull().default('in_review'),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		subject: text().notNull(),
		text: text().notNull(),
		/** Raised by every change of the words. */
		revision: integer().notNull().default(0),
		preparedAt: createdAt(),
		releasedAt: moment(),
		releasedBy: uuid().references(() => people.id)
	},
	(t) => [
		index('decision_letters_application').on(t.applicationId),
		index('decision_letters_person').on(t.personId)
	]
);
