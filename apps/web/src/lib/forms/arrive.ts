import { tick } from 'svelte';

/**
 * After an action the page may have lost the control that had the focus, or be another page: the focus goes to what
 * tells the outcome (`<Outcome>`), else to the heading, so that keyboard and screen reader go on from there.
 */
export async function arrive(): Promise<void> {
	await tick();
	const place =
		document.querySelector<HTMLElement>('[data-outcome]') ?? document.querySelector<HTMLElement>('main h1');
	if (!place) return;

	place.tabIndex = -1;
	place.focus();
}
