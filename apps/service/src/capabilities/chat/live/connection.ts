import type { WebSocket } from '@fastify/websocket';
import type { ServerFrame } from '@stazhirovka/contract/chat';
import type { Socket } from 'node:net';
import type { Actor } from '../../../shell/context.ts';
import { encode } from './frame.ts';
import { Wire } from './wire.ts';

/** Answers must not be passed over: whoever asks on and on without reading them is dropped here. */
const MOST_UNSENT_BYTES = 1_048_576;
const FRAMES_PER_SECOND = 20;
const MOST_WAITING = 50;
const MOST_STRIKES = 10;
const GRACE_MILLISECONDS = 2_000;

export const CLOSED = { policy: 1008, slow: 1013, restart: 1012, session: 4401 } as const;

/** One open socket of a person: what it follows, and how much it may ask and be sent. */
export class Connection {
	readonly rooms = new Set<string>();
	readonly watched = new Set<string>();
	actor: Actor;
	/** Called when it takes events again after it did not for a while. */
	onSpace: () => void = () => undefined;
	#socket: WebSocket;
	#wire: Wire;
	#tokens = FRAMES_PER_SECOND;
	#filledAt = performance.now();
	#seenAt = performance.now();
	#strikes = 0;
	#waiting = 0;
	#tail: Promise<void> = Promise.resolve();
	#doubts = 0;
	#reviewed = 0;

	/** `raw` is the TCP socket under the WebSocket: whole frames are written to it as they are. */
	constructor(socket: WebSocket, raw: Socket, actor: Actor) {
		this.#socket = socket;
		this.#wire = new Wire(raw, () => this.onSpace());
		this.actor = actor;
	}

	/** Once closing has begun nothing is sent or heard any more. */
	get isOpen(): boolean {
		return this.#socket.readyState === this.#socket.OPEN;
	}

	send(frame: ServerFrame): void {
		this.write(encode(frame));
	}

	/** An encoded frame, or several side by side. */
	write(bytes: Buffer): void {
		if (!this.isOpen) return;
		if (this.#wire.unsent > MOST_UNSENT_BYTES) return this.close(CLOSED.slow, 'slow');
		this.#wire.write(bytes);
	}

	/** What may be missed without harm, because it is soon told anew. */
	hint(bytes: Buffer): void {
		if (this.#wire.hasSpace) this.write(bytes);
	}

	/** Whether events may be told: not while there is a doubt (C9), nor while too much is on its way. */
	get takesMore(): boolean {
		return this.isOpen && !this.held && this.#wire.hasSpace;
	}

	/** A peer that does not answer the closing is cut off. */
	close(code: number, reason: string): void {
		this.#wire.flush();
		this.#socket.close(code, reason);
		setTimeout(() => this.#socket.terminate(), GRACE_MILLISECONDS).unref();
	}

	/** Asks the other side whether it is there; false when it has been silent too long. */
	probe(longestSilence: number): boolean {
		if (performance.now() - this.#seenAt > longestSilence) {
			this.#socket.terminate();
			return false;
		}
		if (this.isOpen) this.#socket.ping();
		return true;
	}

	seen(): void {
		this.#seenAt = performance.now();
	}

	/** A bucket of one second's frames; false when it is empty. */
	mayAsk(): boolean {
		const now = performance.now();
		this.#tokens = Math.min(
			FRAMES_PER_SECOND,
			this.#tokens + ((now - this.#filledAt) * FRAMES_PER_SECOND) / 1_000
		);
		this.#filledAt = now;
		if (this.#tokens < 1) return false;
		this.#tokens -= 1;
		return true;
	}

	/** Counts what cannot be read; after ten in a row the socket is closed. */
	strike(): void {
		this.#strikes += 1;
		if (this.#strikes >= MOST_STRIKES) this.close(CLOSED.policy, 'malformed');
	}

	forgive(): void {
		this.#strikes = 0;
	}

	/** One thing after another, in the order asked; false when too much is waiting. */
	enqueue(work: () => Promise<void>): boolean {
		if (this.#waiting >= MOST_WAITING) return false;
		this.#waiting += 1;
		this.#tail = this.#tail.then(work).finally(() => (this.#waiting -= 1));
		return true;
	}

	/** From a doubt until the review that follows it nothing of any room is delivered (C9). */
	get held(): boolean {
		return this.#doubts !== this.#reviewed;
	}

	get doubts(): number {
		return this.#doubts;
	}

	doubt(): void {
		this.#doubts += 1;
	}

	/** Answers the doubts up to this one; later ones stand. */
	settle(doubt: number): void {
		this.#reviewed = doubt;
	}
}
