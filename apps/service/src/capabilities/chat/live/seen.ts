import type { Deps } from '../../../shell/context.ts';
import type { Connection } from './connection.ts';
import { encode } from './frame.ts';
import { marksIn } from './queries.ts';
import type { Report } from './report.ts';

const GATHER_MILLISECONDS = 500;

type Room = { of(roomId: string): Connection[] };

/** Tells those who follow a small room how far the others have read, in one query for all that moved in a moment. */
export class Seen {
	#db: Deps['db'];
	#report: Report;
	#followers: Room;
	#moved = new Map<string, Set<string>>();

	constructor(db: Deps['db'], report: Report, followers: Room) {
		this.#db = db;
		this.#report = report;
		this.#followers = followers;
	}

	moved(roomId: string, personId: string): void {
		if (this.#followers.of(roomId).length === 0) return;
		if (this.#moved.size === 0) setTimeout(() => void this.#tell(), GATHER_MILLISECONDS).unref();
		this.#moved.set(roomId, (this.#moved.get(roomId) ?? new Set()).add(personId));
	}

	/** When the store does not answer, the next mark that moves is told. */
	async #tell(): Promise<void> {
		const moved = this.#moved;
		this.#moved = new Map();
		const people = new Set([...moved.values()].flatMap((ids) => [...ids]));

		const rows = await marksIn(this.#db, [...moved.keys()], [...people]).catch(this.#report);
		for (const { roomId, personId, seq } of rows ?? []) {
			if (!moved.get(roomId)?.has(personId)) continue;
			const frame = encode({ t: 'seen', roomId, personId, seq });
			for (const connection of this.#followers.of(roomId))
				if (!connection.held && connection.actor.personId !== personId) connection.hint(frame);
		}
	}
}
