import { m } from '#lib/paraglide/messages.js';
import type { Word, WordFault } from './word-faults.ts';

export function wordLabels(): Record<keyof Word, string> {
	return {
		author: m.final_works_a_author(),
		position: m.final_works_a_position(),
		text: m.final_works_a_text()
	};
}

/** What to do, for the place beside the field. */
export function wordsOf({ code, limit, found }: WordFault): string {
	return m.forms_fault({ code, limit, found });
}
