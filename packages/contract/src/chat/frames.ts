import { z } from 'zod';
import { Id, Moment } from '../words.ts';
import { NewMessage, RoomAction } from './actions.ts';
import { RoomEvent } from './events.ts';

export const Position = z.object({ roomId: Id, seq: z.int() });

/** What a browser sends over `GET /api/live` (WebSocket). */
export const ClientFrame = z.discriminatedUnion('t', [
	/** Follow rooms from the positions that the client has. */
	z.object({
		t: z.literal('follow'),
		rooms: z.array(z.object({ roomId: Id, epoch: z.uuid(), seq: z.int().min(0) })).max(200)
	}),
	/** Follow the progress of cohorts that I run or lead. */
	z.object({ t: z.literal('watch'), cohorts: z.array(Id).max(50) }),
	NewMessage.extend({ t: z.literal('send'), roomId: Id }),
	/** Edit, remove, react, pin and all the rest: answered by `ack` or `nack` like a message (C1–C3). */
	z.object({ t: z.literal('act'), roomId: Id, clientId: Id, action: RoomAction }),
	z.object({ t: z.literal('read'), roomId: Id, seq: z.int().min(0) }),
	/** I am writing; forgotten after a few seconds. */
	z.object({ t: z.literal('typing'), roomId: Id }),
	z.object({ t: z.literal('pong') })
]);
export type ClientFrame = z.input<typeof ClientFrame>;
/** A frame as it was read, with everything that was left out. */
export type ReadFrame = z.output<typeof ClientFrame>;

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
	/** How far somebody has read, in a small room; 0: the person hides it from now on. */
	z.object({ t: z.literal('seen'), roomId: Id, personId: Id, seq: z.int() }),
	/** The person may no longer see this room (C9). */
	z.object({ t: z.literal('revoked'), roomId: Id }),
	z.object({ t: z.literal('progress'), cohortId: Id }),
	z.object({ t: z.literal('restart'), after: z.int() }),
	z.object({ t: z.literal('refused'), code: z.string() })
]);
export type ServerFrame = z.infer<typeof ServerFrame>;
