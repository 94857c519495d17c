import type { Card, Posted, Reaction, Remark, Removal, Subject } from '@stazhirovka/domain/chat';
import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { rooms } from './chat.ts';
import { createdAt, id, json, moment, tsvector } from './columns.ts';

/** Messages as they stand now: what all the events after the posting have made of them. Tied to rooms as `room_events` are. */
export const roomMessages = pgTable(
	'room_messages',
	{
		roomId: uuid().notNull(),
		/** Of the event that posted it; one statement writes both. */
		seq: bigint({ mode: 'number' }).notNull(),
		clientId: uuid().notNull(),
		authorId: uuid().notNull(),
		text: text().notNull(),
		files: json<Posted['files']>().notNull(),
		subject: json<Subject>(),
		/** Its kind and key in one word, for threads about one thing. */
		subjectKey: text(),
		card: json<Card>(),
		replyTo: bigint({ mode: 'number' }),
		mentions: json<string[]>().notNull(),
		createdAt: moment().notNull(),
		editedAt: moment(),
		removedAt: moment(),
		removal: json<Removal>(),
		/** One entry for a person and a sign, in the order of reacting. */
		reactions: json<{ name: Reaction['name']; by: string }[]>().notNull().default([]),
		replyCount: integer().notNull().default(0),
		lastReply: bigint({ mode: 'number' }),
		/** The event that pinned it. */
		pinned: bigint({ mode: 'number' }),
		remarks: json<Remark[]>().notNull().default([])
	},
	(t) => [
		primaryKey({ columns: [t.roomId, t.seq] }),
		index('room_messages_files')
			.using('gin', sql`${t.files} jsonb_path_ops`)
			.where(sql`${t.files} <> '[]'`),
		/** Who was called by name. */
		index('room_messages_mentions')
			.using('gin', sql`${t.mentions} jsonb_path_ops`)
			.where(sql`${t.mentions} <> '[]'`),
		index('room_messages_thread')
			.on(t.roomId, t.replyTo, t.seq)
			.where(sql`${t.replyTo} is not null`),
		index('room_messages_answered')
			.on(t.roomId, t.lastReply)
			.where(sql`${t.lastReply} is not null`),
		index('room_messages_subject')
			.on(t.roomId, t.subjectKey)
			.where(sql`${t.subjectKey} is not null`),
		index('room_messages_pinned')
			.on(t.roomId, t.pinned)
			.where(sql`${t.pinned} is not null`)
	]
);

/**
 * The words of messages in their dictionary forms, by which they are found: made by `words_of_message` of the database
 * alone. They are entered a little after the message, for making them costs as much as storing it. Whoever changes what
 * a message says puts them right in the same transaction, entered or not (a trigger of `room_messages`): the row is
 * then there before the entering, which leaves it as it is. Tied to rooms as `room_events` are.
 */
export const messageWords = pgTable(
	'message_words',
	{
		roomId: uuid().notNull(),
		seq: bigint({ mode: 'number' }).notNull(),
		words: tsvector().notNull()
	},
	(t) => [primaryKey({ columns: [t.roomId, t.seq] }), index('message_words_words').using('gin', t.words)]
);

/** How far the words of a room are entered; no row: not at all. Apart from `rooms`, whose locks posting passes by. */
export const roomWords = pgTable('room_words', {
	roomId: uuid()
		.primaryKey()
		.references(() => rooms.id, { onDelete: 'cascade' }),
	upTo: bigint({ mode: 'number' }).notNull()
});

/** What people told the moderators of a room. */
export const messageReports = pgTable(
	'message_reports',
	{
		id: id(),
		roomId: uuid().notNull(),
		message: bigint({ mode: 'number' }).notNull(),
		reporterId: uuid()
			.notNull()
			.references(() => people.id),
		reason: text().notNull(),
		createdAt: createdAt(),
		settled: text({ enum: ['hidden', 'dismissed'] }),
		settledAt: moment(),
		settledBy: uuid().references(() => people.id)
	},
	(t) => [
		unique('message_reports_once').on(t.roomId, t.message, t.reporterId),
		foreignKey({
			name: 'message_reports_message',
			columns: [t.roomId, t.message],
			foreignColumns: [roomMessages.roomId, roomMessages.seq]
		}).onDelete('cascade')
	]
);

/** What a person has set for all rooms; no row: nothing. */
export const chatSettings = pgTable('chat_settings', {
	personId: uuid()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	hidesReadMark: boolean().notNull().default(false)
});
