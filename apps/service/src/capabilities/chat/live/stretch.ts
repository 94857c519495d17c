/** What is joined for one write. */
const LONGEST_JOIN_BYTES = 65_536;

type Joined = { bytes: Buffer; upTo: number };

/** Events of a room that follow one another, as frames. Those who stand at the same place get the same bytes. */
export class Stretch {
	#before: number;
	#frames: Buffer[] = [];
	#bytes = 0;
	#joined = new Map<number, Joined>();

	/** Begins after this place in the room. */
	constructor(before: number) {
		this.#before = before;
	}

	get last(): number {
		return this.#before + this.#frames.length;
	}

	/** Whether it can take somebody on who stands at this place. */
	goesOnFrom(place: number): boolean {
		return place >= this.#before && place < this.last;
	}

	add(frame: Buffer): void {
		this.#frames.push(frame);
		this.#bytes += frame.length;
		this.#joined.clear();
	}

	/** The frames after a place, as many as fit into one write, and where they lead. */
	after(place: number): Joined | undefined {
		if (!this.goesOnFrom(place)) return undefined;
		const known = this.#joined.get(place);
		if (known) return known;

		const first = place - this.#before;
		let [end, bytes] = [first, 0];
		while (end < this.#frames.length && (end === first || bytes < LONGEST_JOIN_BYTES))
			bytes += this.#frames[end++]?.length ?? 0;
		const frames = this.#frames.slice(first, end);
		const [only] = frames;
		const joined = {
			bytes: only && frames.length === 1 ? only : Buffer.concat(frames, bytes),
			upTo: this.#before + end
		};
		this.#joined.set(place, joined);
		return joined;
	}

	/** Forgets the oldest until it fits. */
	trim(mostFrames: number, mostBytes: number): void {
		let gone = 0;
		while (
			this.#frames.length - gone > mostFrames ||
			(this.#bytes > mostBytes && this.#frames.length - gone > 1)
		)
			this.#bytes -= this.#frames[gone++]?.length ?? 0;
		if (gone === 0) return;
		this.#frames = this.#frames.slice(gone);
		this.#before += gone;
	}
}
