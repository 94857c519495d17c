import type { Database } from '@stazhirovka/db';
import { append, codeOf, type NewEvent, type Verdict } from './append-store.ts';

/** Rooms are spread over so many; each has one statement on its way at a time. */
const LANES = 2;
const MOST_AT_ONCE = 250;
/** Faults of what was sent: some message of the batch cannot be stored, the others can. */
const FAULT_OF_ONE = /^(22|23)/;

type Waiting = { event: NewEvent; settle: (verdict: Verdict) => void; fail: (reason: unknown) => void };

const lanesOf = new WeakMap<Database, Lane[]>();

/** Stores a message together with whatever else comes while the statement before it is on its way. */
export function appendSoon(db: Database, event: NewEvent): Promise<Verdict> {
	const lanes = lanesOf.get(db) ?? Array.from({ length: LANES }, () => new Lane(db));
	lanesOf.set(db, lanes);
	const lane = lanes[Number.parseInt(event.roomId.slice(-2), 16) % LANES] ?? new Lane(db);
	return lane.append(event);
}

/**
 * Messages of some rooms in the order in which they came: nobody waits for a clock, only for the statement before.
 * Under load one commit carries many messages; a lone one goes at once.
 */
class Lane {
	#db: Database;
	#waiting: Waiting[] = [];
	#busy = false;

	constructor(db: Database) {
		this.#db = db;
	}

	append(event: NewEvent): Promise<Verdict> {
		return new Promise((settle, fail) => {
			this.#waiting.push({ event, settle, fail });
			if (!this.#busy) void this.#run();
		});
	}

	async #run(): Promise<void> {
		this.#busy = true;
		while (this.#waiting.length) await this.#store(this.#take());
		this.#busy = false;
	}

	/** The same message twice cannot stand in one statement: the second waits and is then found stored. */
	#take(): Waiting[] {
		const keys = new Set<string>();
		const taken: Waiting[] = [];
		const left: Waiting[] = [];
		for (const waiting of this.#waiting) {
			const { roomId, authorId, clientId } = waiting.event;
			const key = `${roomId} ${authorId} ${clientId}`;
			if (taken.length === MOST_AT_ONCE || keys.has(key)) left.push(waiting);
			else taken.push(waiting);
			keys.add(key);
		}
		this.#waiting = left;
		return taken;
	}

	async #store(taken: Waiting[]): Promise<void> {
		try {
			const verdicts = await append(
				this.#db,
				taken.map(({ event }) => event)
			);
			taken.forEach(({ settle, fail }, n) => {
				const verdict = verdicts[n];
				if (verdict) settle(verdict);
				else fail(new Error('The statement said nothing of a message'));
			});
		} catch (error) {
			const alone = taken.length === 1 || !FAULT_OF_ONE.test(codeOf(error) ?? '');
			if (alone) taken.forEach(({ fail }) => fail(error));
			else for (const waiting of taken) await this.#store([waiting]);
		}
	}
}
