import { z } from 'zod';
import { Id, Moment, Person, text } from '../words.ts';

export const Position = z.object({ roomId: Id, seq: z.int() });

/** What a card in the chat shows; the whole card opens by its place. */
export const ChatCard = z.object({
	kind: z.enum(['effectiveness_card', 'final_work']),
	title: z.string(),
	/** What came out of it, in one line: read at once, before the lines. */
	result: z.string().nullable().default(null),
	lines: z.array(z.string()),
	place: z.string().nullable()
});
export type ChatCard = z.infer<typeof ChatCard>;

/** One thing that happened in a room. Live and replayed events are the same (C6). */
export const RoomEvent = z.object({
	type: z.literal('message.posted'),
	seq: z.int(),
	clientId: Id,
	author: Person,
	text: z.string(),
	files: z.array(z.object({ id: Id, name: z.string(), size: z.int(), mime: z.string() })),
	task: z.object({ key: z.string(), title: z.string() }).nullable(),
	card: ChatCard.nullable(),
	at: Moment
});
export type RoomEvent = z.infer<typeof RoomEvent>;

/** What a browser sends over `GET /api/live` (WebSocket). */
export const ClientFrame = z.discriminatedUnion('t', [
	/** Follow rooms from the positions that the client has. */
	z.object({
		t: z.literal('follow'),
		rooms: z.array(z.object({ roomId: Id, epoch: z.uuid(), seq: z.int().min(0) })).max(200)
	}),
	/** Follow the progress of cohorts that I run or lead. */
	z.object({ t: z.literal('watch'), cohorts: z.array(Id).max(50) }),
	z.object({
		t: z.literal('send'),
		roomId: Id,
		clientId: Id,
		text: text(8000),
		fileIds: z.array(Id).max(10),
		task: text(100).nullable()
	}),
	z.object({ t: z.literal('read'), roomId: Id, seq: z.int().min(0) }),
	/** I am writing; forgotten after a few seconds. */
	z.object({ t: z.literal('typing'), roomId: Id }),
	z.object({ t: z.literal('pong') })
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** What the service sends. */
export const ServerFrame = z.discriminatedUnion('t', [
	z.object({ t: z.literal('hello'), serverTime: Moment }),
	z.object({ t: z.literal('event'), roomId: Id, event: RoomEvent }),
	/** Sent only after COMMIT (C1). */
	z.object({ t: z.literal('ack'), roomId: Id, clientId: Id, seq: z.int() }),
	z.object({ t: z.literal('nack'), roomId: Id, clientId: Id, code: z.string() }),
	/** The gap cannot be filled: fetch the room again. */
	z.object({ t: z.literal('reload'), roomId: Id }),
	/** Top of each followed room, at least every 25 s (C8). */
	z.object({ t: z.literal('heartbeat'), tops: z.array(Position), unread: z.int() }),
	z.object({ t: z.literal('unread'), total: z.int(), roomId: Id, count: z.int() }),
	/** Somebody else in the room is writing. */
	z.object({ t: z.literal('typing'), roomId: Id, personId: Id }),
	/** Who of the room's people has it open now. */
	z.object({ t: z.literal('presence'), roomId: Id, present: z.array(Id) }),
	/** The person may no longer see this room (C9). */
	z.object({ t: z.literal('revoked'), roomId: Id }),
	z.object({ t: z.literal('progress'), cohortId: Id }),
	z.object({ t: z.literal('restart'), after: z.int() }),
	z.object({ t: z.literal('refused'), code: z.string() })
]);
export type ServerFrame = z.infer<typeof ServerFrame>;
