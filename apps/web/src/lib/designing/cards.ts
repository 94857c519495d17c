import { isRecord, recordsIn } from '@stazhirovka/domain/outline';
import { CARD_KEYS } from '@stazhirovka/domain/programmes/designing';
import type { Desk } from '#lib/authoring/desk.svelte.ts';

/** Cards of the platform first; an imported programme may have others. */
export function cardsOf(desk: Desk): string[] {
	const held = desk.at(['forms']);
	const own = Object.keys(isRecord(held) ? held : {});
	return [...CARD_KEYS, ...own.filter((key) => !CARD_KEYS.some((known) => known === key))];
}

/** Parts of the card of every task: what stands in them is written in the tasks. */
export function isOfTasks(card: string): boolean {
	return card === 'self_check' || card === 'self_analysis';
}

/** There is such a card, and nothing in it: no task says what. */
export function hasNoLines(desk: Pick<Desk, 'at'>, card: string): boolean {
	return isOfTasks(card) && !recordsIn(desk.at(['tasks'])).some((task) => recordsIn(task[card]).length > 0);
}
