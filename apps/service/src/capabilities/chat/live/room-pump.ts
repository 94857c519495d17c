import type { Database } from '@stazhirovka/db';
import { eventsAfter } from '../event-queries.ts';
import { toEvent } from '../view.ts';
import type { Report } from './report.ts';
import { encode, type Connection } from './connection.ts';

const PAGE = 200;
const RETRY_MILLISECONDS = 1_000;

/**
 * Carries the events of one room from the store to the sockets that follow it, each from where it is: what is new and
 * what was missed go the same way (C6). A notice only wakes it; it believes the store alone.
 */
export class RoomPump {
	readonly roomId: string;
	#db: Database;
	#report: Report;
	#positions = new Map<Connection, number>();
	#running = false;
	#again = false;

	constructor(db: Database, report: Report, roomId: string) {
		this.#db = db;
		this.#report = report;
		this.roomId = roomId;
	}

	get isIdle(): boolean {
		return this.#positions.size === 0;
	}

	join(connection: Connection, seq: number): void {
		this.#positions.set(connection, seq);
		this.wake();
	}

	leave(connection: Connection): void {
		this.#positions.delete(connection);
	}

	followers(): Connection[] {
		return [...this.#positions.keys()];
	}

	wake(): void {
		this.#again = true;
		if (!this.#running) void this.#run();
	}

	async #run(): Promise<void> {
		this.#running = true;
		try {
			while (this.#again) {
				this.#again = false;
				await this.#deliverPage();
			}
		} catch (error) {
			// Most likely the store does not answer: the followers wait where they are.
			this.#report(error);
			setTimeout(() => this.wake(), RETRY_MILLISECONDS).unref();
		} finally {
			this.#running = false;
		}
	}

	async #deliverPage(): Promise<void> {
		const waiting = [...this.#positions].filter(([connection]) => !connection.held).map(([, seq]) => seq);
		if (waiting.length === 0) return;

		const rows = await eventsAfter(this.#db, this.roomId, Math.min(...waiting), PAGE);
		for (const row of rows) {
			const frame = encode({ t: 'event', roomId: this.roomId, event: toEvent(row) });
			for (const [connection, seq] of this.#positions) {
				if (seq !== row.seq - 1 || connection.held) continue;
				connection.write(frame);
				this.#positions.set(connection, row.seq);
			}
		}
		if (rows.length === PAGE) this.#again = true;
	}
}
