import type { Message, Room } from './room.ts';

/** What a person has typed, before it has a place in the room. */
export type Words = Pick<Message, 'clientId' | 'text' | 'files' | 'subject' | 'replyTo' | 'mentions'>;

/** A message on its way: shown at once, replaced by the event that carries its `clientId` (C7). */
export type Pending = Words & {
	/** `stored`: acknowledged, its event has not come yet. */
	state: 'sending' | 'stored' | 'failed';
	/** Its place in the room once it is stored. */
	seq?: number;
	/** Why it failed: a code for words. */
	code: string | null;
};

export type Outbox = readonly Pending[];

/** Queues a message. The same `clientId` twice is one message. */
export function queue(outbox: Outbox, message: Words): Outbox {
	if (outbox.some(({ clientId }) => clientId === message.clientId)) return outbox;
	return [...outbox, { ...message, state: 'sending', code: null }];
}

/** The service has stored it (C1). For a message whose event came first there is nothing left to mark. */
export function acknowledge(outbox: Outbox, clientId: string, seq?: number): Outbox {
	return marked(outbox, clientId, { state: 'stored', code: null, ...(seq === undefined ? {} : { seq }) });
}

/** The service refused it; the words stay, so that nothing typed is lost. What is stored cannot be refused later. */
export function reject(outbox: Outbox, clientId: string, code: string): Outbox {
	const sending = outbox.some((pending) => pending.clientId === clientId && pending.state === 'sending');
	return sending ? marked(outbox, clientId, { state: 'failed', code }) : outbox;
}

/** Sends a failed message again, under its old `clientId`: stored once however often it is sent (C2). */
export function retry(outbox: Outbox, clientId: string): Outbox {
	return marked(outbox, clientId, { state: 'sending', code: null });
}

export function discard(outbox: Outbox, clientId: string): Outbox {
	return without(outbox, (pending) => pending.clientId === clientId);
}

/**
 * An outbox that comes from an earlier visit or another log: what was stored there is asked for again, because
 * nobody knows whether it is in this log; asking stores nothing twice (C2).
 */
export function unsure(outbox: Outbox): Outbox {
	return outbox.map((pending) => {
		if (pending.state !== 'stored') return pending;
		const { seq: _, ...words } = pending;
		return { ...words, state: 'sending' };
	});
}

/**
 * What is still on its way: everything whose own event is not in the room, whichever of ack and event came first
 * (C7). A stored message whose place the room has passed is in it, even when its page is not loaded.
 */
export function settle(outbox: Outbox, room: Room, me: string): Outbox {
	if (outbox.length === 0) return outbox;

	const mine = new Set(
		room.messages.filter(({ author }) => author.id === me).map(({ clientId }) => clientId)
	);
	return without(
		outbox,
		({ clientId, state, seq }) =>
			mine.has(clientId) || (state === 'stored' && seq !== undefined && seq <= room.seq)
	);
}

/** One message at a time goes out, so that an author's messages keep their order. */
export function nextToSend(outbox: Outbox): Pending | null {
	return outbox.find(({ state }) => state === 'sending') ?? null;
}

/** The same outbox when nothing has left it: whoever keeps it writes only what is another one. */
function without(outbox: Outbox, gone: (pending: Pending) => boolean): Outbox {
	return outbox.some(gone) ? outbox.filter((pending) => !gone(pending)) : outbox;
}

function marked(outbox: Outbox, clientId: string, change: Partial<Pending>): Outbox {
	if (!outbox.some((pending) => pending.clientId === clientId)) return outbox;
	return outbox.map((pending) => (pending.clientId === clientId ? { ...pending, ...change } : pending));
}
