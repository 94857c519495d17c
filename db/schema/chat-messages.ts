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
		remarks: json<Remark[]>().notNull().default([]),
		/**
		 * Of the text and of the names of files. ё and е are the same letter to whoever searches; a sign < would hide words
		 * as a tag does, and the words of a name are parted by other signs than spaces.
		 */
		words: tsvector().generatedAlwaysAs(
			sql`to_tsvector('russian', translate(text, 'ёЁ<>', 'еЕ  ')) || case when files = '[]' then ''::tsvector else to_tsvector('russian', translate(jsonb_path_query_array(files, '$[*].name')::text, 'ёЁ<>._-()",', 'еЕ         ')) end`
		)
	},
	(t) => [
		primaryKey({ columns: [t.roomId, t.seq] }),
		index('room_messages_words').using('gin', t.words),
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
