import { on } from 'svelte/events';

/** So long a message may be on its way before anybody is told that it has not gone. */
const PATIENCE_MS = 2_000;

/** The rooms in which something of one's own was not sent, as the list of rooms says it. */
export class Unsent {
	rooms: readonly string[] = $state.raw([]);
	readonly #read: () => Promise<string[]>;
	#soon: ReturnType<typeof setTimeout> | undefined;

	constructor(read: () => Promise<string[]>) {
		this.#read = read;
	}

	/** From now on, until the answer is called. */
	follow(): () => void {
		void this.look();
		const ends = [
			on(document, 'outboxkept', () => this.changed()),
			on(document, 'visibilitychange', () => void this.look())
		];
		return () => {
			clearTimeout(this.#soon);
			ends.forEach((end) => end());
		};
	}

	/** Many changes in a moment are looked at once. */
	changed(): void {
		this.#soon ??= setTimeout(() => void this.look(), PATIENCE_MS);
	}

	async look(): Promise<void> {
		clearTimeout(this.#soon);
		this.#soon = undefined;
		this.rooms = await this.#read();
	}
}
