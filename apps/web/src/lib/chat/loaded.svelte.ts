import type { Told } from './ask.ts';

/** What a panel shows of an answer: while it is asked for anew, and when it does not come, the last one stays. */
export class Loaded<T> {
	value: T | null = $state.raw(null);
	/** Why it did not come: a code for words. */
	problem: string | null = $state(null);
	readonly #ask: () => Promise<Told<T>>;
	#on: readonly unknown[] | null = null;
	#asked = 0;

	constructor(ask: () => Promise<Told<T>>) {
		this.#ask = ask;
	}

	/** Asks when something of what the answer depends on is another than before. */
	of(...on: readonly unknown[]): void {
		const before = this.#on;
		if (before?.length === on.length && on.every((one, at) => one === before[at])) return;
		this.#on = on;
		void this.again();
	}

	async again(): Promise<void> {
		const nth = ++this.#asked;
		const told = await this.#ask();
		if (nth !== this.#asked) return;
		this.problem = told.ok ? null : told.code;
		if (told.ok) this.value = told.value;
	}
}
