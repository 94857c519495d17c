import type { Database, Tx } from '@stazhirovka/db';
import { openListener } from '@stazhirovka/db/listener';
import { sql } from 'drizzle-orm';

export const PROGRESS_CHANNEL = 'stazhirovka_progress';
export const ROOM_CHANNEL = 'stazhirovka_room';
export const PERSON_CHANNEL = 'stazhirovka_person';

const CHANNELS = [PROGRESS_CHANNEL, ROOM_CHANNEL, PERSON_CHANNEL] as const;
export type Channel = (typeof CHANNELS)[number];
type Listener = (payload: string) => void;

/** News between processes: what commands announce with pg_notify, delivered after COMMIT. */
export type Live = {
	/** Calls the listener for each notice on the channel; returns its own stop. */
	subscribe(channel: Channel, listener: Listener): () => void;
	/** Called after the connection was lost and found: notices may have been missed, so look again. */
	onReconnect(listener: () => void): () => void;
	/** False while notices are being missed: whoever needs them must look by himself. */
	hears(): boolean;
	close(): Promise<void>;
};

/** One LISTEN connection per process, reopened whenever it is lost. Throws when the database does not answer. */
export async function listen(db: Database): Promise<Live> {
	const listeners = new Map<string, Set<Listener>>(CHANNELS.map((channel) => [channel, new Set()]));
	const reconnects = new Set<() => void>();
	let hears = true;

	const listener = await openListener(db, CHANNELS, {
		notice: (channel, payload) => listeners.get(channel)?.forEach((listener) => listener(payload)),
		lost: () => (hears = false),
		found() {
			hears = true;
			reconnects.forEach((listener) => listener());
		}
	});

	return {
		subscribe: (channel, listener) => join(listeners.get(channel), listener),
		onReconnect: (listener) => join(reconnects, listener),
		hears: () => hears,
		async close() {
			listeners.forEach((set) => set.clear());
			reconnects.clear();
			await listener.close();
		}
	};
}

function join<T>(set: Set<T> | undefined, member: T): () => void {
	set?.add(member);
	return () => void set?.delete(member);
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
