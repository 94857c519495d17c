import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { Panel } from './desk-kinds.ts';

/**
 * What stands open beside the conversation, as an entry of the browser's history: on a phone «back» closes it. What
 * the page was opened with has no entry of its own, so that «back» leads to where one came from.
 */
export class PanelPlace {
	#arrived: Panel | null = $state.raw(null);
	/** Going back takes the browser a moment. */
	#closing = $state(false);

	constructor(arrived: Panel | null) {
		this.#arrived = arrived;
		$effect(() => {
			if (!page.state.panel) this.#closing = false;
		});
	}

	get panel(): Panel | null {
		return this.#closing ? null : (page.state.panel ?? this.#arrived);
	}

	set panel(panel: Panel | null) {
		this.#arrived = null;
		const within = page.state.panel && !this.#closing;
		if (panel && within) void replaceState('', { ...page.state, panel });
		else if (panel) void pushState('', { panel });
		else if (within) {
			this.#closing = true;
			history.back();
		}
	}
}
