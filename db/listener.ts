import postgres from 'postgres';
import { pause, type Database } from './client.ts';

export type Listening = {
	/** A notice of one of the channels. */
	notice(channel: string, payload: string): void;
	/** The channels are heard again, after `lost`. */
	found(): void;
	/** The connection is gone: notices are missed from now on. */
	lost(): void;
};

type Hooks = { onnotify(channel: string, payload: string): void; onclose(): void };

/** What the server calls the connection. */
const LISTENER = 'stazhirovka listener';

/**
 * LISTEN on a connection of its own, beside the pool. One loop opens it again whenever it is lost, so there is never
 * more than one (the driver's own `listen` asks again once per channel, and does not tell that it was away).
 * Throws when the first attempt fails.
 */
export async function openListener(
	database: Database,
	channels: readonly string[],
	listening: Listening
): Promise<{ close(): Promise<void> }> {
	let closing = false;
	let gone = () => {};
	const hooks: Hooks = { onnotify: listening.notice, onclose: () => gone() };
	const options = database.$client.options;
	const connection = { ...options.connection, application_name: LISTENER };
	const own: object = { ...options, ...single(), ...hooks, connection };
	const client = postgres(own);
	const listen = () => client.unsafe(channels.map((channel) => `listen "${channel}"`).join(';'));

	async function keep() {
		while (!closing) {
			await new Promise<void>((resolve) => (gone = resolve));
			if (closing) return;
			listening.lost();
			while (!closing && !(await listen().then(yes, no)));
			if (!closing) listening.found();
		}
	}

	await listen().catch(async (error: unknown) => {
		await client.end({ timeout: 0 });
		throw error;
	});
	void keep();

	return {
		async close() {
			closing = true;
			gone();
			await client.end({ timeout: 1 });
		}
	};
}

/** The driver waits this long before each new attempt, so the loop above never spins. */
function single() {
	return {
		max: 1,
		idle_timeout: undefined,
		max_lifetime: null,
		fetch_types: false,
		backoff: pause,
		shared: { retries: 0, typeArrayMap: {} }
	};
}

const yes = () => true;
const no = () => false;
