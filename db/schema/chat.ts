import { CHAT_EVENT_TYPES, ROOM_KINDS, type Conference } from '@stazhirovka/domain/chat';
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { bytea, createdAt, id, json, moment } from './columns.ts';
import { finalWorks } from './final-works.ts';
import { sites } from './sites.ts';
import { spaces } from './spaces.ts';
import { workingGroups } from './staff.ts';

export const rooms = pgTable(
	'rooms',
	{
		id: id(),
		kind: text({ enum: ROOM_KINDS }).notNull(),
		/** A room is of a cohort or of a site. */
		cohortId: uuid().references(() => cohorts.id),
		siteId: uuid().references(() => sites.id),
		enrolmentId: uuid().references(() => enrolments.id),
		finalWorkId: uuid().references(() => finalWorks.id),
		groupId: uuid().references(() => workingGroups.id),
		spaceId: uuid().references(() => spaces.id),
		title: text().notNull(),
		/** Whose turn it is, where people speak by turns; the time stands in `spaces`. */
		conference: json<Omit<Conference, 'startsAt' | 'minutes'>>(),
		/** Changes only when the log is rebuilt (a restored backup): every client then reloads. */
		epoch: uuid()
			.notNull()
			.default(sql`gen_random_uuid()`),
		/** Raised by the statement that stores the event, so the sequence has no holes (C4). */
		lastSeq: bigint({ mode: 'number' }).notNull().default(0),
		/** How many messages were ever posted; a member's `readCount` subtracted gives what is unread. */
		messageCount: bigint({ mode: 'number' }).notNull().default(0),
		closedAt: moment(),
		closedReason: text(),
		/** Seconds between two messages of one person; 0: no limit. */
		slowSeconds: integer().notNull().default(0),
		createdAt: createdAt()
	},
	(t) => [
		unique('rooms_subject')
			.on(t.kind, t.cohortId, t.enrolmentId, t.finalWorkId, t.siteId, t.groupId, t.spaceId)
			.nullsNotDistinct(),
		check('rooms_placed', sql`(${t.cohortId} is null) <> (${t.siteId} is null)`),
		index('rooms_cohort').on(t.cohortId),
		index('rooms_site').on(t.siteId)
	]
);

export const roomMembers = pgTable(
	'room_members',
	{
		roomId: uuid()
			.notNull()
			.references(() => rooms.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		lastReadSeq: bigint({ mode: 'number' }).notNull().default(0),
		/** Of `messageCount`, what is not unread: read, one's own, or removed before it was read. */
		readCount: bigint({ mode: 'number' }).notNull().default(0),
		/** For slow mode. */
		lastPostAt: moment(),
		muted: boolean().notNull().default(false),
		/** Moderates where the cohort's tutors do not. */
		moderates: boolean().notNull().default(false),
		/** Reads and says nothing until then. */
		silencedUntil: moment(),
		silencedReason: text(),
		/** Taken out by a moderator: does not come back by himself. */
		barred: boolean().notNull().default(false),
		joinedAt: createdAt(),
		leftAt: moment()
	},
	(t) => [primaryKey({ columns: [t.roomId, t.personId] }), index('room_members_person').on(t.personId)]
);

/**
 * Everything that happened in a room, in the order of `seq`. What a message says stands in `room_messages` alone; an
 * edit and a removal keep here what it said before.
 *
 * Rows are written only by statements that hold their room and its member, or, where the author judges from outside it,
 * the person. A foreign key would ask the same again, one query a row: a third of what storing a message costs. What it
 * does for a room or a person that is deleted, triggers of those tables do.
 */
export const roomEvents = pgTable(
	'room_events',
	{
		roomId: uuid().notNull(),
		seq: bigint({ mode: 'number' }).notNull(),
		type: text({ enum: CHAT_EVENT_TYPES }).notNull(),
		/** The message that it happened to. */
		message: bigint({ mode: 'number' }),
		authorId: uuid().notNull(),
		/** Made by the client: the same id sent twice is stored once, for ever (C2). */
		clientId: uuid().notNull(),
		body: json<Record<string, unknown>>().notNull(),
		/** Same id with another body is refused (C3). */
		bodyHash: bytea().notNull(),
		createdAt: moment()
			.notNull()
			.default(sql`clock_timestamp()`)
	},
	(t) => [
		primaryKey({ columns: [t.roomId, t.seq] }),
		unique('room_events_client').on(t.roomId, t.authorId, t.clientId),
		/** What was taken away with its files, for whoever asks for one of them. */
		index('room_events_removals')
			.on(t.roomId)
			.where(sql`${t.type} = 'message.removed'`),
		index('room_events_message')
			.on(t.roomId, t.message)
			.where(sql`${t.message} is not null`)
	]
);
