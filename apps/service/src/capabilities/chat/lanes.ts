import type { Database } from '@stazhirovka/db';
import { append, appendToFree, codeOf, type Verdict } from './append-store.ts';
import type { NewEvent } from './new-event.ts';

/** So many statements of one process are on their way at most. */
const LANES = 3;
/** And beside them so many that each wait for one room that somebody holds; the pool has connections left for the rest. */
const WAITERS = 3;
/** A statement that has so many messages takes no further room. */
const ENOUGH = 80;
const MOST_AT_ONCE = 250;
/** For fewer a second statement costs more than it saves. */
const CROWD = 32;
/** A statement that takes longer is stuck, and rooms that it does not hold go past it. */
const PATIENCE_MILLISECONDS = 20;
/** Faults of what was sent: some message of the batch cannot be stored, the others can. */
const FAULT_OF_ONE = /^(22|23)/;
/** Somebody holds a row that the statement needs, of one room among its rooms. */
const LOCKED = '55P03';

type Waiting = {
	event: NewEvent;
	/** How many came before it. */
	place: number;
	settle: (verdict: Verdict) => void;
	fail: (reason: unknown) => void;
};

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
 * statement, a crowd by several, each with rooms of its own. These wait for no room: one that somebody holds goes by
 * itself, by a statement that waits.
 */
class Line {
	#db: Database;
	#came = 0;
	/** By room. */
	#waiting = new Map<string, Waiting[]>();
	#flying = new Set<string>();
	/** Rooms that are not to go with others: somebody holds them, or a batch with them could not be stored. */
	#apart = new Set<string>();
	/** When each statement that is on its way set out. */
	#departures = new Set<{ at: number }>();
	#waiters = 0;
	#planned = false;

	constructor(db: Database) {
		this.#db = db;
	}

	append(event: NewEvent): Promise<Verdict> {
		return new Promise((settle, fail) => {
			const waiting = { event, place: (this.#came += 1), settle, fail };
			const before = this.#waiting.get(event.roomId);
			if (before) before.push(waiting);
			else this.#waiting.set(event.roomId, [waiting]);
			this.#plan();
		});
	}

	#plan(): void {
		if (this.#planned) return;
		this.#planned = true;
		setImmediate(() => {
			this.#planned = false;
			while (this.#mayDepart()) void this.#depart(this.#takeCrowd());
			for (const roomId of this.#ready(true).slice(0, WAITERS - this.#waiters)) void this.#wait(roomId);
		});
	}

	#mayDepart(): boolean {
		if (this.#departures.size >= LANES) return false;
		const ready = this.#ready(false).reduce((sum, roomId) => sum + this.#queue(roomId).length, 0);
		if (ready === 0 || this.#departures.size === 0) return ready > 0;
		const late = performance.now() - PATIENCE_MILLISECONDS;
		return ready >= CROWD || [...this.#departures].every(({ at }) => at <= late);
	}

	/** Rooms of which no message is on its way, the one that has waited longest first. */
	#ready(areApart: boolean): string[] {
		const first = (roomId: string) => this.#queue(roomId)[0]?.place ?? 0;
		return [...this.#waiting.keys()]
			.filter((roomId) => !this.#flying.has(roomId) && this.#apart.has(roomId) === areApart)
			.sort((one, other) => first(one) - first(other));
	}

	#queue(roomId: string): Waiting[] {
		return this.#waiting.get(roomId) ?? [];
	}

	/** Whole rooms, until there is enough. */
	#takeCrowd(): Waiting[] {
		const taken: Waiting[] = [];
		for (const roomId of this.#ready(false)) {
			if (taken.length >= ENOUGH) break;
			taken.push(...this.#take(roomId, MOST_AT_ONCE - taken.length));
		}
		return taken;
	}

	#take(roomId: string, most: number): Waiting[] {
		const [first, left] = parted(this.#queue(roomId), most);
		if (left.length) this.#waiting.set(roomId, left);
		else this.#waiting.delete(roomId);
		this.#flying.add(roomId);
		return first;
	}

	async #depart(taken: Waiting[]): Promise<void> {
		const departure = { at: performance.now() };
		const late = setTimeout(() => this.#plan(), PATIENCE_MILLISECONDS + 1);
		this.#departures.add(departure);
		this.#setApart(await this.#storeFree(taken));
		clearTimeout(late);
		this.#departures.delete(departure);
		this.#land(taken);
	}

	async #wait(roomId: string): Promise<void> {
		const taken = this.#take(roomId, MOST_AT_ONCE);
		this.#waiters += 1;
		await this.#store(taken);
		this.#waiters -= 1;
		if (!this.#waiting.has(roomId)) this.#apart.delete(roomId);
		this.#land(taken);
	}

	#land(taken: readonly Waiting[]): void {
		for (const { event } of taken) this.#flying.delete(event.roomId);
		if (this.#waiting.size) this.#plan();
	}

	/** They came before whatever waits for their rooms now. */
	#setApart(back: readonly Waiting[]): void {
		for (const waiting of back.toReversed()) {
			const { roomId } = waiting.event;
			this.#waiting.set(roomId, [waiting, ...this.#queue(roomId)]);
			this.#apart.add(roomId);
		}
	}

	/** Gives back what is still to be stored, room by room. */
	async #storeFree(taken: Waiting[]): Promise<Waiting[]> {
		try {
			const verdicts = await appendToFree(this.#db, eventsOf(taken));
			return taken.filter((waiting, n) => {
				const verdict = verdicts[n];
				if (verdict) waiting.settle(verdict);
				return !verdict;
			});
		} catch (error) {
			if (isOfOne(error) || codeOf(error) === LOCKED) return taken;
			taken.forEach(({ fail }) => fail(error));
			return [];
		}
	}

	async #store(taken: Waiting[]): Promise<void> {
		try {
			const verdicts = await append(this.#db, eventsOf(taken));
			taken.forEach(({ settle, fail }, n) => {
				const verdict = verdicts[n];
				if (verdict) settle(verdict);
				else fail(new Error('The statement said nothing of a message'));
			});
		} catch (error) {
			if (taken.length === 1 || !isOfOne(error)) taken.forEach(({ fail }) => fail(error));
			else for (const waiting of taken) await this.#store([waiting]);
		}
	}
}

function eventsOf(taken: readonly Waiting[]): NewEvent[] {
	return taken.map(({ event }) => event);
}

function isOfOne(error: unknown): boolean {
	return FAULT_OF_ONE.test(codeOf(error) ?? '');
}

/** The same message twice cannot stand in one statement: the second waits, with all after it, and is then found stored. */
function parted(waiting: Waiting[], most: number): [Waiting[], Waiting[]] {
	const known = new Set<string>();
	const end = waiting.findIndex(
		({ event }, n) => n === most || known.size === known.add(event.clientId).size
	);
	return end === -1 ? [waiting, []] : [waiting.slice(0, end), waiting.slice(end)];
}
