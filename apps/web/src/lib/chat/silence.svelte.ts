import { silenceOf, type Silence } from '@stazhirovka/domain/chat';
import type { RoomController } from './room.svelte.ts';

const LONGEST_TIMER = 2 ** 31 - 1;

/** The silence that somebody must keep in a room now: ends by itself when its time is over. */
export class Quiet {
	readonly #controller: RoomController;
	#now = $state(Date.now());

	constructor(controller: RoomController) {
		this.#controller = controller;
		$effect(() => {
			const silence = this.of(controller.me);
			if (!silence) return;
			const left = Date.parse(silence.until) - Date.now();
			const timer = setTimeout(() => (this.#now = Date.now()), Math.min(Math.max(left, 0), LONGEST_TIMER));
			return () => clearTimeout(timer);
		});
	}

	of(person: string): Silence | null {
		return silenceOf(this.#controller.room, person, this.#now);
	}
}
