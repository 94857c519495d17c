import { callAt, completed, matching, type Person } from './mentions.ts';

type Ports = { text: () => string; people: () => readonly Person[] };

/** A name that is being typed after an `@`, and the people among whom one may choose. */
export class Calling {
	cursor = $state(0);
	chosen = $state(0);
	/** Closed by Escape until another letter. */
	#closed = $state(false);
	readonly #ports: Ports;
	readonly #call = $derived.by(() => (this.#closed ? null : callAt(this.#ports.text(), this.cursor)));
	readonly offered = $derived.by(() => (this.#call ? matching(this.#ports.people(), this.#call.part) : []));

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	typed(cursor: number): void {
		[this.cursor, this.#closed, this.chosen] = [cursor, false, 0];
	}

	/** What a key does while people are offered. */
	key(key: string, complete: (person: Person) => void): (() => void) | null {
		const person = this.offered[this.chosen] ?? this.offered[0];
		if ((key === 'Enter' || key === 'Tab') && person) return () => complete(person);
		if (key === 'Escape') return () => (this.#closed = true);
		const by = { ArrowDown: 1, ArrowUp: -1 }[key];
		const { length } = this.offered;
		return by ? () => (this.chosen = (this.chosen + by + length) % length) : null;
	}

	/** The words with the whole name in them; null when none is being typed. */
	completed(person: Person): { text: string; cursor: number } | null {
		if (!this.#call) return null;
		const done = completed(this.#ports.text(), this.#call, person);
		this.cursor = done.cursor;
		return done;
	}
}
