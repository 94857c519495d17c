import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

export const PROGRESS_CHANNEL = 'stazhirovka_progress';
export const ROOM_CHANNEL = 'stazhirovka_room';
export const PERSON_CHANNEL = 'stazhirovka_person';

export type Channel = typeof PROGRESS_CHANNEL | typeof ROOM_CHANNEL | typeof PERSON_CHANNEL;
type Listener = (payload: string) => void;

/** News between processes: what commands announce with pg_notify, delivered after COMMIT. */
export type Live = {
	/** Calls the listener for each notice on the channel; returns its own stop. */
	subscribe(channel: Channel, listener: Listener): () => void;
	/** Called after the connection was lost and found: notices may have been missed, so look again. */
	onReconnect(listener: () => void): () => void;
	close(): Promise<void>;
};

/** One LISTEN connection per process; postgres.js reopens it by itself with back-off. */
export async function listen(db: Database): Promise<Live> {
	const listeners = new Map<Channel, Set<Listener>>();
	const reconnects = new Set<() => void>();
	const channels: Channel[] = [PROGRESS_CHANNEL, ROOM_CHANNEL, PERSON_CHANNEL];
	let started = false;

	for (const channel of channels) {
		listeners.set(channel, new Set());
		await db.$client.listen(
			channel,
			(payload) => listeners.get(channel)?.forEach((listener) => listener(payload)),
			() => started && reconnects.forEach((listener) => listener())
		);
	}
	started = true;

	return {
		subscribe: (channel, listener) => join(listeners.get(channel)!, listener),
		onReconnect: (listener) => join(reconnects, listener),
		close: async () => listeners.forEach((set) => set.clear())
	};
}

function join<T>(set: Set<T>, member: T): () => void {
	set.add(member);
	return () => void set.delete(member);
}

/**
 * Says that something about these people changed: a session ended, a grant or a room was given or taken, a block.
 * Heard after COMMIT by every process, which looks again at what their open sockets may do.
 */
export async function announcePeople(db: Database | Tx, personIds: string[]): Promise<void> {
	if (personIds.length === 0) return;
	await db.execute(
		sql`select pg_notify(${PERSON_CHANNEL}, id) from json_array_elements_text(${JSON.stringify(personIds)}) as people(id)`
	);
}
