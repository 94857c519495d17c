import type { Connection } from './connection.ts';
import type { Report } from './report.ts';
import type { Source, Told } from './source.ts';
import { Stretch } from './stretch.ts';

/** What is asked of the store at once: whoever is led on reads it while the next part is on its way. */
export const STEP = 500;
const RETRY_MILLISECONDS = 1_000;
/** So many of a room's newest events are kept as frames. */
export const MOST_KEPT_FRAMES = 256;
const MOST_KEPT_BYTES = 131_072;

type Surroundings = {
	source: Source;
	report: Report;
	/** Nobody may be further behind than this. */
	longestCatchUp: number;
	/** Somebody fell too far behind to be told one thing after another. */
	lost(connection: Connection): void;
};

/**
 * Carries the events of one room from the store to the sockets that follow it, each from where it is: what is new and
 * what was missed go the same way (C6). A notice only wakes it; it believes the store alone. The newest events are
 * kept as frames; who stands further back, or could not take more for a while, is led on from the store beside them.
 */
export class RoomPump {
	readonly roomId: string;
	#surroundings: Surroundings;
	#positions = new Map<Connection, number>();
	/** The newest events, up to where this process knows the room. */
	#newest: Stretch;
	#reading = false;
	#again = false;
	#leading = false;

	constructor(roomId: string, from: number, surroundings: Surroundings) {
		this.roomId = roomId;
		this.#newest = new Stretch(from);
		this.#surroundings = surroundings;
	}

	get isIdle(): boolean {
		return this.#positions.size === 0;
	}

	/** `top`: where the room was when it was looked at for this. */
	join(connection: Connection, seq: number, top: number): void {
		this.#positions.set(connection, seq);
		this.goOn();
		this.wake(top);
	}

	leave(connection: Connection): void {
		this.#positions.delete(connection);
	}

	followers(): Connection[] {
		return [...this.#positions.keys()];
	}

	/** Something happened, up to this place where it is known. What came in one turn of the event loop is read at once. */
	wake(top = Infinity): void {
		if (top <= this.#newest.last) return;
		this.#again = true;
		if (this.#reading) return;
		this.#reading = true;
		setImmediate(() => void this.#read());
	}

	/** To everybody what is known already: after a doubt, or when a slow one has taken what it was sent. */
	goOn(): void {
		let behind = false;
		for (const [connection, seq] of this.#positions) {
			const now = this.#tell(connection, seq, this.#newest);
			behind ||= now < this.#newest.last && connection.takesMore;
		}
		if (behind && !this.#leading) void this.#lead();
	}

	#tell(connection: Connection, seq: number, stretch: Stretch): number {
		let place = seq;
		while (connection.takesMore) {
			const joined = stretch.after(place);
			if (!joined) break;
			connection.write(joined.bytes);
			place = joined.upTo;
		}
		if (place !== seq) this.#positions.set(connection, place);
		return place;
	}

	async #read(): Promise<void> {
		const { source, report } = this.#surroundings;
		try {
			while (this.#again && !this.isIdle) {
				this.#again = false;
				const events = await source(this.roomId, this.#newest.last, STEP);
				events.forEach((event) => this.#take(event));
				this.goOn();
				this.#newest.trim(MOST_KEPT_FRAMES, MOST_KEPT_BYTES);
				if (events.length === STEP) this.#again = true;
			}
		} catch (error) {
			// Most likely the store does not answer: the followers wait where they are.
			report(error);
			setTimeout(() => this.wake(), RETRY_MILLISECONDS).unref();
		} finally {
			this.#reading = false;
		}
	}

	/** What changes an earlier event makes the kept frames old: nobody who comes later is told words that were taken back. */
	#take({ seq, frame, changes }: Told): void {
		if (seq !== this.#newest.last + 1) return;
		if (changes) {
			this.goOn();
			this.#newest = new Stretch(seq - 1);
		}
		this.#newest.add(frame);
	}

	/** Leads those on who stand before what is kept, page by page, the furthest first. */
	async #lead(): Promise<void> {
		const { source, report, longestCatchUp, lost } = this.#surroundings;
		const read = readingAhead((from) => source(this.roomId, from, STEP));
		this.#leading = true;
		try {
			for (let behind = this.#behind(); behind.length > 0; behind = this.#behind()) {
				const from = Math.min(...behind.map(([, seq]) => seq));
				if (this.#newest.last - from > longestCatchUp) {
					for (const [connection, seq] of behind) if (seq === from) lost(connection);
					continue;
				}
				const page = new Stretch(from);
				for (const { seq, frame } of await read(from, this.#newest.last))
					if (seq === page.last + 1) page.add(frame);
				if (page.last === from) return;
				for (const [connection, seq] of this.#positions) this.#tell(connection, seq, page);
			}
			this.goOn();
		} catch (error) {
			report(error);
			setTimeout(() => this.goOn(), RETRY_MILLISECONDS).unref();
		} finally {
			this.#leading = false;
		}
	}

	#behind(): [Connection, number][] {
		const { last } = this.#newest;
		return [...this.#positions].filter(
			([connection, seq]) => seq < last && connection.takesMore && !this.#newest.goesOnFrom(seq)
		);
	}
}

/** Reads on from a place, and asks meanwhile for what follows, as far as there is anything. */
function readingAhead(read: (from: number) => Promise<Told[]>) {
	let ahead: { from: number; events: Promise<Told[]> } | undefined;
	return (from: number, top: number) => {
		const events = ahead?.from === from ? ahead.events : read(from);
		const next = from + STEP;
		ahead = next < top ? { from: next, events: read(next) } : undefined;
		// Whether it failed is seen when it is wanted.
		ahead?.events.catch(() => undefined);
		return events;
	};
}
