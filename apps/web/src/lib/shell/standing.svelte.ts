import { getContext, setContext } from 'svelte';

const KEY = Symbol('standing');

/**
 * What the shell tells on every page: how many unread there are, and news for those who listen.
 * Provided by the layout; pages that learn of news sooner (the chat) write into it.
 */
export class Standing {
	#fresh: number | null = $state(null);
	#loaded: () => number;
	#news = $state('');

	constructor(loaded: () => number) {
		this.#loaded = loaded;
	}

	get unread() {
		return this.#fresh ?? this.#loaded();
	}

	/** A newer number than the one the page came with. */
	setUnread(count: number) {
		this.#fresh = count;
	}

	/** The page was loaded anew and knows better. */
	reloaded() {
		this.#fresh = null;
	}

	get news() {
		return this.#news;
	}

	/** Said by a screen reader when it has a moment; not drawn. */
	announce(words: string) {
		this.#news = words;
	}
}

export const provideStanding = (standing: Standing) => setContext(KEY, standing);
export const useStanding = () => getContext<Standing>(KEY);
