import type { Message } from '@stazhirovka/domain/chat';

/** How far this person has read a room, and how far the service has been told so. */
export class Reading {
	#seen = $state(0);
	/** Told over the line that is open; when it is lost, what was told over it may not have arrived. */
	#told: number;
	readonly #stored: number;
	readonly #tell: (seq: number) => boolean;

	constructor(stored: number, tell: (seq: number) => boolean) {
		[this.#stored, this.#told, this.#tell] = [stored, stored, tell];
	}

	/** The person has come: what was read before is not new. */
	begin(): void {
		this.#seen = Math.max(this.#seen, this.#stored);
	}

	/** Everything up to a place has been in sight. */
	read(seq: number): void {
		if (seq > this.#seen) this.#seen = seq;
		if (seq > this.#told && this.#tell(seq)) this.#told = seq;
	}

	/** Tells what was in sight and may not have been heard: when a line opens, and with every heartbeat. */
	again(): void {
		this.read(this.#seen);
	}

	/** The line is lost, or something said over it was refused: a mark is stored once however often it is told. */
	unsure(): void {
		this.#told = this.#stored;
	}

	/** Messages of others that were not in sight yet; what was removed is nothing to read. */
	fresh(messages: readonly Message[], me: string): number {
		const seen = this.#seen;
		return messages.filter(({ seq, author, removedAt }) => seq > seen && author.id !== me && !removedAt)
			.length;
	}
}
