import type { Socket } from 'node:net';

type Writing = Pick<Socket, 'write' | 'writableLength' | 'on'>;

/** Somebody who takes no more is passed over from here on, and led on when he does. */
const MOST_AHEAD_BYTES = 262_144;

/** So much is written at once, and does not wait for more: what the system takes is not in the way of the rest. */
const ENOUGH_BYTES = 65_536;

/** Wires with something to write when this turn of the event loop ends. */
let waiting: Wire[] = [];

/**
 * What goes to one socket. Frames of one turn of the event loop are written together: under load that joins many, and
 * an idle process waits for nothing.
 */
export class Wire {
	#socket: Writing;
	#frames: Buffer[] = [];
	#bytes = 0;
	#refused = false;
	#onSpace: () => void;

	/** `onSpace` is called when there is space again after `hasSpace` said that there was none. */
	constructor(socket: Writing, onSpace: () => void) {
		this.#socket = socket;
		this.#onSpace = onSpace;
		socket.on('drain', () => this.#look());
	}

	get hasSpace(): boolean {
		this.#refused ||= this.unsent >= MOST_AHEAD_BYTES;
		return !this.#refused;
	}

	#look(): void {
		if (!this.#refused || this.unsent >= MOST_AHEAD_BYTES) return;
		this.#refused = false;
		this.#onSpace();
	}

	/** Bytes that the other side has not taken yet. */
	get unsent(): number {
		return this.#bytes + this.#socket.writableLength;
	}

	write(frame: Buffer): void {
		if (this.#frames.length === 0) {
			if (waiting.length === 0) setImmediate(flushAll);
			waiting.push(this);
		}
		this.#frames.push(frame);
		this.#bytes += frame.length;
		if (this.#bytes >= ENOUGH_BYTES) this.flush();
	}

	/** What follows on the same socket by another way must come after what was written here. */
	flush(): void {
		const [first] = this.#frames;
		if (!first) return;
		this.#socket.write(this.#frames.length === 1 ? first : Buffer.concat(this.#frames, this.#bytes));
		this.#frames = [];
		this.#bytes = 0;
		// What the system took at once is not followed by `drain`.
		if (this.#refused) setImmediate(() => this.#look());
	}
}

function flushAll(): void {
	const now = waiting;
	waiting = [];
	for (const wire of now) wire.flush();
}
