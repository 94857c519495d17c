import type { Pending } from '@stazhirovka/domain/chat';

/** A composer, as the rest of the room knows it. */
export type Writer = { focus: () => void; take: (words: Pending) => void };

/** The composers of a room (null) and of its threads. */
export class Writers {
	readonly #known: Record<string, Writer | undefined> = {};
	/** One that has the focus as soon as it is there. */
	#awaited: number | null | undefined;

	/** It makes itself known; the answer takes it back. */
	add(place: number | null, writer: Writer): () => void {
		this.#known[`${place}`] = writer;
		if (this.#awaited === place) this.begin(place);
		return () => (this.#known[`${place}`] = undefined);
	}

	of(place: number | null): Writer | undefined {
		return this.#known[`${place}`];
	}

	begin(place: number | null): void {
		const writer = this.of(place);
		this.#awaited = writer ? undefined : place;
		writer?.focus();
	}
}
