import type { ChatEvent } from './events.ts';
import type { Outbox, Pending, Words } from './outbox.ts';
import type { Message, Room } from './room.ts';

/** Which messages are asked for: those before or after a place, or on both sides of it. */
export type Want = { before: number } | { after: number } | { around: number };

/** Messages as they were when the room stood at `seq`; `epoch` is the log of which they were asked for. */
export type Page = { epoch: string; seq: number; messages: Message[]; earlier: boolean; later: boolean };

/** A root and its answers, kept up to date by the events of the room. */
export type Thread = { root: number; room: Room; earlier: boolean };

/** The thread as it was when the room stood at `seq`; the root is the first of the messages. */
export type ThreadPage = { epoch: string; seq: number; messages: Message[]; earlier: boolean };

/** One room in one window of a browser: its log as far as it is known here, and what this person has typed. */
export type Client = {
	me: string;
	/** Names the log; another one means that it was rebuilt and has to be fetched. */
	epoch: string;
	room: Room;
	/** There is more before the first message that is loaded. */
	earlier: boolean;
	/** What is loaded breaks off after `from` and goes on with what comes at `to`: somebody looks at an earlier page. */
	hole: { from: number; to: number } | null;
	/** Everything from this place on is loaded, be it nothing: whoever went to the end waits for what is before it. */
	edge: number | null;
	/** The newest events, for pages that were read before them and come after. */
	recent: readonly ChatEvent[];
	/** A page that is ahead of the room: it waits until the room has come as far. */
	parked: { want: Want; page: Page } | null;
	/** The thread that stands open beside the room. */
	thread: Thread | null;
	outbox: Outbox;
	/** The one message that is out and not answered, and for how many ticks. */
	out: { clientId: string; ticks: number } | null;
	online: boolean;
	/** The room is fetched anew: until then events say nothing. */
	stale: boolean;
	fetching: boolean;
	/** The farthest place heard of, and for how many ticks the room has been behind it. */
	top: number;
	behind: number;
	revoked: boolean;
};

/** The room as the service tells it at one moment, with a page of its messages. */
export type Snapshot = { epoch: string; room: Room; earlier: boolean; later: boolean };

/** What happens to a client. `tick` comes every second or two. */
export type Heard =
	| { t: 'opened' }
	| { t: 'closed' }
	| { t: 'tick' }
	| { t: 'event'; event: ChatEvent }
	| { t: 'ack'; clientId: string; seq: number }
	| { t: 'nack'; clientId: string; code: string }
	| { t: 'top'; seq: number }
	| { t: 'reload' }
	| { t: 'revoked' }
	| { t: 'fetched'; snapshot: Snapshot | null }
	| { t: 'page'; want: Want; page: Page }
	| { t: 'thread'; root: number; page: ThreadPage | null }
	/** The answers before a place, for the thread that stands open. */
	| { t: 'thread_before'; root: number; before: number; page: ThreadPage }
	| { t: 'typed'; message: Words }
	| { t: 'again'; clientId: string }
	| { t: 'drop'; clientId: string }
	| { t: 'kept'; outbox: Outbox }
	| { t: 'to_end' };

/** What a client asks of the world: each may get lost. */
export type Said =
	| { t: 'follow'; epoch: string; seq: number }
	| { t: 'send'; pending: Pending }
	| { t: 'fetch' }
	| { t: 'page'; want: Want }
	| { t: 'thread'; root: number };
