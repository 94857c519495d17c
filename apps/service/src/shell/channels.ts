export const PROGRESS_CHANNEL = 'stazhirovka_progress';
export const ROOM_CHANNEL = 'stazhirovka_room';
export const PERSON_CHANNEL = 'stazhirovka_person';
/** Somebody writes: never stored. */
export const TYPING_CHANNEL = 'stazhirovka_typing';
/** Who follows which room: never stored. */
export const PRESENCE_CHANNEL = 'stazhirovka_presence';

export const CHANNELS = [
	PROGRESS_CHANNEL,
	ROOM_CHANNEL,
	PERSON_CHANNEL,
	TYPING_CHANNEL,
	PRESENCE_CHANNEL
] as const;
export type Channel = (typeof CHANNELS)[number];

type Listener = (payload: string) => void;

/** News between processes. What is stored is announced by its own transaction; the bus wakes, the store tells. */
export type Bus = {
	/** Calls the listener for each notice on the channel; returns its own stop. */
	subscribe(channel: Channel, listener: Listener): () => void;
	/** To every process, this one too. Lost while the bus is away: only for what is told again or soon forgotten. */
	publish(channel: Channel, payload: string): void;
	/** What has been committed, where its transaction itself does not reach everybody on this bus. */
	committed(channel: Channel, payload: string): void;
	/** Called after the bus was lost and found: notices may have been missed, so look again. */
	onReconnect(listener: () => void): () => void;
	/** False while notices are being missed: whoever needs them must look by himself. */
	hears(): boolean;
	close(): Promise<void>;
};

/** Who listens to what, for any bus. */
export class Subscribers {
	#listeners = new Map<string, Set<Listener>>(CHANNELS.map((channel) => [channel, new Set()]));
	#reconnects = new Set<() => void>();

	subscribe(channel: Channel, listener: Listener): () => void {
		return join(this.#listeners.get(channel), listener);
	}

	onReconnect(listener: () => void): () => void {
		return join(this.#reconnects, listener);
	}

	tell(channel: string, payload: string): void {
		this.#listeners.get(channel)?.forEach((listener) => listener(payload));
	}

	found(): void {
		this.#reconnects.forEach((listener) => listener());
	}

	clear(): void {
		this.#listeners.forEach((set) => set.clear());
		this.#reconnects.clear();
	}
}

function join<T>(set: Set<T> | undefined, member: T): () => void {
	set?.add(member);
	return () => void set?.delete(member);
}
