import type { Deps } from '../../../shell/context.ts';
import type { Connection } from './connection.ts';
import { encode } from './frame.ts';
import { marksIn } from './queries.ts';
import type { Report } from './report.ts';

const GATHER_MILLISECONDS = 500;

type Room = { of(roomId: string): Connection[] };

/**
 * Tells those who follow a small room how far the others have read, in one query for all that moved in a moment. Of
 * whoever hides it they hear once that there is no mark any more, and then nothing: not even that one moved.
 */
export class Seen {
	#db: Deps['db'];
	#report: Report;
	#followers: Room;
	/** By room, whose mark moved; true where somebody began or ceased to hide it. */
	#moved = new Map<string, Map<string, boolean>>();

	constructor(db: Deps['db'], report: Report, followers: Room) {
		this.#db = db;
		this.#report = report;
		this.#followers = followers;
	}

	moved(roomId: string, personId: string, { switched = false } = {}): void {
		if (this.#followers.of(roomId).length === 0) return;
		if (this.#moved.size === 0) setTimeout(() => void this.#tell(), GATHER_MILLISECONDS).unref();
		const people = this.#moved.get(roomId) ?? new Map<string, boolean>();
		this.#moved.set(roomId, people.set(personId, switched || people.get(personId) === true));
	}

	/** When the store does not answer, the next mark that moves is told. */
	async #tell(): Promise<void> {
		const moved = this.#moved;
		this.#moved = new Map();
		const people = new Set([...moved.values()].flatMap((ids) => [...ids.keys()]));

		const rows = await marksIn(this.#db, [...moved.keys()], [...people]).catch(this.#report);
		for (const { roomId, personId, seq } of rows ?? []) {
			const switched = moved.get(roomId)?.get(personId);
			if (switched === undefined || (seq === null && !switched)) continue;
			const frame = encode({ t: 'seen', roomId, personId, seq: seq ?? 0 });
			for (const connection of this.#followers.of(roomId))
				if (!connection.held && connection.actor.personId !== personId) connection.hint(frame);
		}
	}
}
