import type { Database } from '@stazhirovka/db';
import { openListener } from '@stazhirovka/db/listener';
import { sql } from 'drizzle-orm';
import { CHANNELS, Subscribers, type Bus, type Channel } from './channels.ts';

/** More waits for nobody: what is published here is soon told again or forgotten. */
const MOST_WAITING = 1_000;

/** LISTEN and NOTIFY: one connection per process, reopened whenever it is lost. Throws when the database does not answer. */
export async function openPostgresBus(db: Database): Promise<Bus> {
	const subscribers = new Subscribers();
	const publisher = new Publisher(db);
	let hears = true;

	const listener = await openListener(db, CHANNELS, {
		notice: (channel, payload) => subscribers.tell(channel, payload),
		lost: () => (hears = false),
		found() {
			hears = true;
			subscribers.found();
		}
	});

	return {
		subscribe: (channel, listener) => subscribers.subscribe(channel, listener),
		publish: (channel, payload) => publisher.publish(channel, payload),
		committed: () => undefined,
		onReconnect: (listener) => subscribers.onReconnect(listener),
		hears: () => hears,
		async close() {
			subscribers.clear();
			await publisher.stop();
			await listener.close();
		}
	};
}

/** One statement at a time takes all that came meanwhile. */
class Publisher {
	#db: Database;
	#waiting: { channel: Channel; payload: string }[] = [];
	#running: Promise<void> | undefined;
	#stopped = false;

	constructor(db: Database) {
		this.#db = db;
	}

	publish(channel: Channel, payload: string): void {
		if (this.#stopped || this.#waiting.length >= MOST_WAITING) return;
		this.#waiting.push({ channel, payload });
		this.#running ??= this.#run().finally(() => (this.#running = undefined));
	}

	async #run(): Promise<void> {
		while (this.#waiting.length) {
			const notices = JSON.stringify(this.#waiting);
			this.#waiting = [];
			const all = sql`select pg_notify(channel, payload)
				from jsonb_to_recordset(${notices}::jsonb) as notices(channel text, payload text)`;
			// A notice that is lost here was worth no more than its moment.
			await this.#db.execute(all).catch(() => undefined);
		}
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		await this.#running;
	}
}
