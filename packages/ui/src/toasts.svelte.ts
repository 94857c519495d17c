import { getContext, setContext } from 'svelte';

export type Toast = {
	id: number;
	text: string;
	tone: 'plain' | 'done' | 'late';
	/** One thing to do about it, usually to undo. */
	action?: { title: string; run: () => void };
};

const KEY = Symbol('toasts');
const LONG = 8000;

/** Short news at the edge of the screen. One per page tree: provided by the layout, used by whoever has news. */
export class Toasts {
	#list = $state.raw<Toast[]>([]);
	#next = 1;

	get list() {
		return this.#list;
	}

	/** Shows the words for eight seconds, twice as long when there is something to press. */
	show(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}) {
		const toast: Toast = { id: this.#next++, text, tone: options.tone ?? 'plain', action: options.action };

		this.#list = [...this.#list, toast];
		setTimeout(() => this.dismiss(toast.id), toast.action ? LONG * 2 : LONG);
	}

	dismiss(id: number) {
		this.#list = this.#list.filter((toast) => toast.id !== id);
	}
}

export const provideToasts = (toasts: Toasts) => setContext(KEY, toasts);
export const useToasts = () => getContext<Toasts>(KEY);
