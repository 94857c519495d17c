import { enhance } from '$app/forms';
import { tick } from 'svelte';
import { loadWords } from '#lib/problems.ts';

type Options = {
	/** What was typed stays in the form when it is accepted. */
	keep?: boolean;
	/** Told when the form sets out and when its answer was applied. */
	onbusy?: (busy: boolean) => void;
};

/**
 * Sends a form without leaving the page. A second press while it is on its way does nothing. When no answer comes, the
 * page with what was typed stays, and the layout is told (`unsent`), so that it says so.
 */
export function submit(form: HTMLFormElement, given: Options = {}) {
	let options = given;
	let busy = false;

	function turn(to: boolean) {
		busy = to;
		form.ariaBusy = to ? 'true' : null;
		options.onbusy?.(to);
	}

	const { destroy } = enhance(form, ({ cancel }) => {
		if (busy) return cancel();

		turn(true);
		return async ({ result, update }) => {
			if (result.type === 'error') form.dispatchEvent(new CustomEvent('unsent', { bubbles: true }));
			else {
				if (result.type === 'failure') await loadWords();
				await update({ reset: !options.keep });
				if (result.type === 'failure') await showRefusal();
			}
			turn(false);
			form.dispatchEvent(new Event('answered'));
		};
	});
	return {
		update(next: Options = {}) {
			options = next;
		},
		destroy
	};
}

/** Long forms are sent from far below the place where a page says why it refuses: that place is brought into sight. */
async function showRefusal(): Promise<void> {
	await tick();
	const told = [...document.querySelectorAll<HTMLElement>('main [role="alert"]')];
	const isSeen = ({ top, bottom }: DOMRect) => bottom > 0 && top < window.innerHeight;
	if (!told.some((alert) => isSeen(alert.getBoundingClientRect())))
		told[0]?.scrollIntoView({ block: 'center' });
}
