import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts, enrolments } from './cohorts.ts';
import { bytea, createdAt, id, json, moment } from './columns.ts';
import { finalWorks } from './final-works.ts';

export const rooms = pgTable(
	'rooms',
	{
		id: id(),
		kind: text({ enum: ['private', 'group', 'work'] }).notNull(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		enrolmentId: uuid().references(() => enrolments.id),
		finalWorkId: uuid().references(() => finalWorks.id),
		title: text().notNull(),
		/** Changes only when the log is rebuilt (a restored backup): every client then reloads. */
		epoch: uuid()
			.notNull()
			.default(sql`gen_random_uuid()`),
		/** Raised by the statement that stores the event, so the sequence has no holes (C4). */
		lastSeq: bigint({ mode: 'number' }).notNull().default(0),
		createdAt: createdAt()
	},
	(t) => [
		unique('rooms_subject').on(t.kind, t.cohortId, t.enrolmentId, t.finalWorkId).nullsNotDistinct(),
		index('rooms_cohort').on(t.cohortId)
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
		joinedAt: createdAt(),
		leftAt: moment()
	},
	(t) => [primaryKey({ columns: [t.roomId, t.personId] }), index('room_members_person').on(t.personId)]
);

/** Everything that happened in a room, in the order of `seq`. */
export const roomEvents = pgTable(
	'room_events',
	{
		roomId: uuid()
			.notNull()
			.references(() => rooms.id, { onDelete: 'cascade' }),
		seq: bigint({ mode: 'number' }).notNull(),
		type: text().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => people.id),
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
		unique('room_events_client').on(t.roomId, t.authorId, t.clientId)
	]
);
