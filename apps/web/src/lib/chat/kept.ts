import type { Outbox, Pending } from '@stazhirovka/domain/chat';
import { clear, createStore, delMany, entries, set } from 'idb-keyval';
import { on } from 'svelte/events';

type Key = [person: string, room: string, what: 'draft' | 'outbox', id: string];
/** `at` keeps the order of typing. */
type Record = { at: number; pending: Pending } | { draft: unknown };

/** What a browser keeps of a room for one person: a draft, and every message that nobody has confirmed. */
export type Kept<Draft> = {
	read: () => Promise<{ outbox: Outbox; draft: Draft | null }>;
	outbox: (outbox: Outbox) => void;
	draft: (draft: Draft | null) => void;
	/** From now on hears of other windows with the same room, until the answer is called. */
	follow: (others: Others) => () => void;
};

/** What another window of the same person says of a room. */
type Others = {
	/** These messages wait no longer: they are stored, or were taken back. */
	gone: (ids: string[]) => void;
	/** It is closed, and what it has not sent is kept. */
	left: () => void;
};
type News = { gone: string[] } | { left: true };

const place = () => createStore('stazhirovka-chat', 'kept');
/** A private window may forbid the store: then nothing is kept, and the chat works on. */
const nothing = () => undefined;

/** Each message has a record of its own, so that two windows of one person do not overwrite one another. */
export function keptOf<Draft>(person: string, room: string, store = place()): Kept<Draft> {
	const key = (what: Key[2], id = '') => [person, room, what, id] satisfies Key;
	let known = new Map<string, Pending>();
	let typed = 0;
	let others: BroadcastChannel | null = null;

	return {
		async read() {
			const all = await entries<Key, Record>(store).catch(() => []);
			const foreign = all.filter(([[owner]]) => owner !== person).map(([one]) => one);
			if (foreign.length) void delMany(foreign, store).catch(nothing);

			const own = all.filter(([[owner, of]]) => owner === person && of === room).map(([, record]) => record);
			const waiting = own.filter((record) => 'pending' in record).sort((one, other) => one.at - other.at);
			const draft = own.find((record) => 'draft' in record);
			known = new Map([...waiting.map(({ pending }) => [pending.clientId, pending] as const), ...known]);
			return { outbox: waiting.map(({ pending }) => pending), draft: (draft?.draft as Draft) ?? null };
		},

		/** Those who say which rooms have something unsent look again (unsent.svelte.ts). */
		outbox(outbox) {
			const now = new Map(outbox.map((pending) => [pending.clientId, pending]));
			const gone = [...known.keys()].filter((id) => !now.has(id));
			if (gone.length) {
				const keys = gone.map((id) => key('outbox', id));
				void delMany(keys, store).catch(nothing);
				others?.postMessage({ gone } satisfies News);
			}
			for (const [id, pending] of now) {
				if (known.get(id) === pending) continue;
				void set(key('outbox', id), { at: Date.now() + typed++ / 1000, pending }, store).catch(nothing);
			}
			known = now;
			document.dispatchEvent(new Event('outboxkept'));
		},

		draft(draft) {
			const done = draft === null ? delMany([key('draft')], store) : set(key('draft'), { draft }, store);
			void done.catch(nothing);
		},

		follow({ gone, left }) {
			const channel = new BroadcastChannel(`outbox ${person} ${room}`);
			others = channel;
			channel.onmessage = ({ data }: MessageEvent<News>) => {
				if ('left' in data) return left();
				for (const id of data.gone) known.delete(id);
				gone(data.gone);
			};
			const unload = on(window, 'pagehide', () => channel.postMessage({ left: true } satisfies News));
			return () => {
				unload();
				others = null;
				channel.close();
			};
		}
	};
}

/** The rooms in which a person has written what is still on its way. */
export function roomsWaiting(person: string): Promise<string[]> {
	return roomsWith(person, ({ state }) => state !== 'failed');
}

/** The rooms in which something that a person has written was not sent, also what was refused. */
export function roomsUnsent(person: string): Promise<string[]> {
	return roomsWith(person, () => true);
}

async function roomsWith(person: string, counts: (pending: Pending) => boolean): Promise<string[]> {
	const all = await entries<Key, Record>(place()).catch(() => []);
	const own = all.filter(
		([[owner], record]) => owner === person && 'pending' in record && counts(record.pending)
	);
	return [...new Set(own.map(([[, room]]) => room))];
}

/** Nothing of anybody's conversations stays in a browser in which its owner signed out. */
export async function forgetAll(): Promise<void> {
	await clear(place()).catch(nothing);
}
