import type { Deps } from '../../../shell/context.ts';
import { unreadCounts } from '../queries.ts';
import type { Presence } from './presence.ts';
import type { Report } from './report.ts';

const GATHER_MILLISECONDS = 200;

/** Tells people how much they have not read, in one query for all that changed in a moment. */
export class Unread {
	#db: Deps['db'];
	#report: Report;
	#presence: Presence;
	/** Rooms that changed, and for whom; null: for everybody in the room. */
	#changed = new Map<string, Set<string> | null>();

	constructor(db: Deps['db'], report: Report, presence: Presence) {
		this.#db = db;
		this.#report = report;
		this.#presence = presence;
	}

	changed(roomId: string, personId?: string): void {
		if (this.#changed.size === 0) setTimeout(() => void this.#tell(), GATHER_MILLISECONDS).unref();
		const whom = this.#changed.get(roomId);
		if (whom === null || personId === undefined) this.#changed.set(roomId, null);
		else this.#changed.set(roomId, (whom ?? new Set()).add(personId));
	}

	/** When the store does not answer, the next heartbeat brings the total. */
	async #tell(): Promise<void> {
		const changed = this.#changed;
		this.#changed = new Map();
		const people = this.#presence.people();
		if (people.length === 0) return;

		const rows = await unreadCounts(this.#db, [...changed.keys()], people).catch(this.#report);
		for (const { personId, roomId, count, total } of rows ?? []) {
			const whom = changed.get(roomId);
			if (whom && !whom.has(personId)) continue;
			for (const connection of this.#presence.of(personId))
				connection.send({ t: 'unread', roomId, count, total });
		}
	}
}
