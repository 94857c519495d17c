import type { Database } from '@stazhirovka/db';
import { append, codeOf, type NewEvent, type Verdict } from './append-store.ts';

/** So many statements of one process are on their way at most. */
const LANES = 3;
/** A statement that has so many messages takes no further room. */
const ENOUGH = 80;
const MOST_AT_ONCE = 250;
/** For fewer a second statement costs more than it saves. */
const CROWD = 32;
/** A statement that takes longer stands behind somebody's lock, and rooms that it does not hold go past it. */
const PATIENCE_MILLISECONDS = 20;
/** Faults of what was sent: some message of the batch cannot be stored, the others can. */
const FAULT_OF_ONE = /^(22|23)/;

type Waiting = { event: NewEvent; settle: (verdict: Verdict) => void; fail: (reason: unknown) => void };

const linesOf = new WeakMap<Database, Line>();

/** Stores a message together with whatever else comes while the statement before it is on its way. */
export function appendSoon(db: Database, event: NewEvent): Promise<Verdict> {
	const line = linesOf.get(db) ?? new Line(db);
	linesOf.set(db, line);
	return line.append(event);
}

/**
 * Messages of each room in the order in which they came: nobody waits for a clock, only for the statement before. What
 * comes in one turn of the event loop goes together; a lone message goes at the end of its turn. A few go by one
 * statement, a crowd by several, each with rooms of its own.
 */
class Line {
	#db: Database;
	/** By room, the one that has waited longest first. */
	#waiting = new Map<string, Waiting[]>();
	#flying = new Set<string>();
	/** When each statement that is on its way set out. */
	#departures = new Set<{ at: number }>();
	#planned = false;

	constructor(db: Database) {
		this.#db = db;
	}

	append(event: NewEvent): Promise<Verdict> {
		return new Promise((settle, fail) => {
			const before = this.#waiting.get(event.roomId);
			if (before) before.push({ event, settle, fail });
			else this.#waiting.set(event.roomId, [{ event, settle, fail }]);
			this.#plan();
		});
	}

	#plan(): void {
		if (this.#planned) return;
		this.#planned = true;
		setImmediate(() => {
			this.#planned = false;
			while (this.#mayDepart()) void this.#depart(this.#take());
		});
	}

	#mayDepart(): boolean {
		if (this.#departures.size >= LANES) return false;
		const ready = this.#ready().reduce((sum, [, { length }]) => sum + length, 0);
		if (ready === 0 || this.#departures.size === 0) return ready > 0;
		const late = performance.now() - PATIENCE_MILLISECONDS;
		return ready >= CROWD || [...this.#departures].every(({ at }) => at <= late);
	}

	#ready(): [string, Waiting[]][] {
		return [...this.#waiting].filter(([roomId]) => !this.#flying.has(roomId));
	}

	/** Whole rooms, until there is enough. */
	#take(): Waiting[] {
		const taken: Waiting[] = [];
		for (const [roomId, waiting] of this.#ready()) {
			if (taken.length >= ENOUGH) break;
			const [first, left] = parted(waiting, MOST_AT_ONCE - taken.length);
			taken.push(...first);
			this.#waiting.delete(roomId);
			if (left.length) this.#waiting.set(roomId, left);
			this.#flying.add(roomId);
		}
		return taken;
	}

	async #depart(taken: Waiting[]): Promise<void> {
		const departure = { at: performance.now() };
		const late = setTimeout(() => this.#plan(), PATIENCE_MILLISECONDS + 1);
		this.#departures.add(departure);
		await this.#store(taken);
		clearTimeout(late);
		this.#departures.delete(departure);
		for (const { event } of taken) this.#flying.delete(event.roomId);
		if (this.#waiting.size) this.#plan();
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

/** The same message twice cannot stand in one statement: the second waits, with all after it, and is then found stored. */
function parted(waiting: Waiting[], most: number): [Waiting[], Waiting[]] {
	const known = new Set<string>();
	const end = waiting.findIndex(
		({ event }, n) => n === most || known.size === known.add(event.clientId).size
	);
	return end === -1 ? [waiting, []] : [waiting.slice(0, end), waiting.slice(end)];
}
