import { tick } from 'svelte';

type Ports = {
	list: () => HTMLElement;
	/** The newest message in sight. */
	inSight: () => number | null;
};

const STOPS = 'a[href], button:enabled, summary, [tabindex="0"]';

/** Where the keyboard stands in the list of messages: of all of them Tab stops at one and at what is in it. */
export class Walker {
	readonly #ports: Ports;
	current: number | null = $state(null);

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** A message, however the focus came to it or into it. */
	entered = ({ target }: FocusEvent): void => {
		const seq = messageOf(target)?.dataset.seq;
		if (seq !== undefined) this.current = Number(seq);
	};

	async focus(seq: number): Promise<void> {
		this.current = seq;
		await tick();
		this.#drawn(seq)?.focus({ preventScroll: true });
	}

	/** From the list to the message, through what is in it, and out; back the same way. */
	tab(event: KeyboardEvent): void {
		const list = this.#ports.list();
		const message = messageOf(event.target);
		if (!message && (event.target !== list || event.shiftKey)) return;

		const next = message ? beside(message, event) : this.#here();
		const there =
			next ??
			(event.shiftKey ? list : list.querySelector<HTMLElement>(`article:not([data-seq]) :is(${STOPS})`));
		if (there) event.preventDefault();
		// From its last place the browser itself finds what comes after the list.
		(there ?? (list.lastElementChild as HTMLElement)).focus({ preventScroll: !there });
	}

	/** What is scrolled away takes the focus along; then the list has it, and the keys go on. */
	hold(): void {
		const list = this.#ports.list();
		const held = document.activeElement;
		if (!held || held === list || !list?.contains(held)) return;
		void tick().then(() => {
			if (document.activeElement === document.body) list.focus({ preventScroll: true });
		});
	}

	#here(): HTMLElement | null {
		const seq = this.#ports.inSight();
		return this.#drawn(this.current) ?? this.#drawn(seq);
	}

	#drawn(seq: number | null): HTMLElement | null {
		return seq === null ? null : this.#ports.list().querySelector<HTMLElement>(`[data-seq="${seq}"]`);
	}
}

/** The message in which something stands; what is open over it has keys of its own. */
export function messageOf(target: EventTarget | null): HTMLElement | null {
	const near = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-seq], dialog') : null;
	return near?.matches('dialog') ? null : near;
}

/** The stop after or before one, among those of a message. */
function beside(message: HTMLElement, { target, shiftKey }: KeyboardEvent): HTMLElement | null {
	const inside = [...message.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.checkVisibility());
	const stops = [message, ...inside];
	const at = stops.findIndex((one) => one === target);
	return stops[at + (shiftKey ? -1 : 1)] ?? null;
}
