import type { Path } from '@stazhirovka/domain/outline';
import { tick } from 'svelte';
import type { Desk } from './desk.svelte.ts';
import { idOf } from './editing.ts';

/** Opens what stands around a value and brings the author to its control, or to the nearest thing around it. */
export async function reveal(desk: Desk, path: Path): Promise<void> {
	path.forEach((step, n) => {
		if (typeof step === 'number') desk.open(path.slice(0, n), step);
	});
	await tick();

	for (let length = path.length; length > 0; length -= 1) {
		const there = document.getElementById(idOf(path.slice(0, length)));
		if (!there) continue;
		there.closest('details')?.setAttribute('open', '');
		there.scrollIntoView({ block: 'center' });
		return there.focus();
	}
}
