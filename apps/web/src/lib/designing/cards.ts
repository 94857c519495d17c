import { isRecord } from '@stazhirovka/domain/outline';
import { CARD_KEYS } from '@stazhirovka/domain/programmes/designing';
import type { Desk } from '#lib/authoring/desk.svelte.ts';

/** Cards of the platform first; an imported programme may have others. */
export function cardsOf(desk: Desk): string[] {
	const held = desk.at(['forms']);
	const own = Object.keys(isRecord(held) ? held : {});
	return [...CARD_KEYS, ...own.filter((key) => !CARD_KEYS.some((known) => known === key))];
}
