import type { Client, Thread, ThreadPage } from './client-state.ts';
import { onto } from './client-pages.ts';
import type { ChatEvent } from './events.ts';
import { EMPTY_ROOM } from './room.ts';

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
