import type { Client } from './client-state.ts';
import { onto } from './client-pages.ts';
import type { ChatEvent } from './events.ts';
import { EMPTY_ROOM, type Message, type Room } from './room.ts';

/** A root and its answers, kept up to date by the events of the room. */
export type Thread = { root: number; room: Room; earlier: boolean };

/** The thread as it was when the room stood at `seq`; the root is the first of the messages. */
export type ThreadPage = { epoch: string; seq: number; messages: Message[]; earlier: boolean };

/** Null when the page is too old to be brought up to date: it has to be asked for again. */
export function threadOf(root: number, page: ThreadPage, { room, recent }: Client): Thread | null {
	const missed = recent.filter(({ seq }) => seq > page.seq);
	if (missed.length < room.seq - page.seq) return null;

	const thread: Thread = {
		root,
		room: { ...EMPTY_ROOM, seq: page.seq, messages: page.messages },
		earlier: page.earlier
	};
	return missed.reduce(inThread, thread);
}

/** Answers to the root are put under it; what happens to any message of the thread happens here too. */
export function inThread(thread: Thread, event: ChatEvent): Thread {
	const { root } = thread;
	const outside = event.type === 'message.posted' && event.replyTo !== root && event.seq !== root;
	return { ...thread, room: { ...onto({ ...thread.room, later: outside }, [event]), later: false } };
}
