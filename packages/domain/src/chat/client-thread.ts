import type { Client, Heard, Thread, ThreadPage } from './client-state.ts';
import { onto, upToDate } from './client-pages.ts';
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

/** Puts a page of earlier answers under the root; one that nobody waits for any more changes nothing. */
export function withEarlier(client: Client, heard: Extract<Heard, { t: 'thread_before' }>): Thread | null {
	const { thread } = client;
	const { root, before, page } = heard;
	const [first, ...answers] = thread?.room.messages ?? [];
	if (!thread || !first || thread.root !== root || answers[0]?.seq !== before) return thread;

	const messages = client.stale || page.epoch !== client.epoch ? null : upToDate(client, page);
	if (!messages) return thread;
	const earlier = messages.filter(({ seq }) => seq !== root && seq < before);
	return {
		...thread,
		room: { ...thread.room, messages: [first, ...earlier, ...answers] },
		earlier: page.earlier
	};
}

/** Answers to the root are put under it; what happens to any message of the thread happens here too. */
export function inThread(thread: Thread, event: ChatEvent): Thread {
	const { root } = thread;
	const outside = event.type === 'message.posted' && event.replyTo !== root && event.seq !== root;
	return { ...thread, room: { ...onto({ ...thread.room, later: outside }, [event]), later: false } };
}
