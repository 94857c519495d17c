import type { Field } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';
import { wordsOf } from '../fault-words.ts';
import { useSheet } from '../form-sheet.svelte.ts';

type Words = { label: string; legend: string; hint?: string; error?: string; note?: string };

/** What stands around a control: its question, its hint, what is wrong with it. */
export function aboutField(field: () => Field): { readonly words: Words } {
	const sheet = useSheet();

	return {
		get words() {
			const { key, label, hint, required, kind } = field();
			const fault = sheet.faultAt(key);
			const note = required || kind === 'computed' ? undefined : m.forms_optional();

			return { label, legend: label, hint, note, error: fault && wordsOf(fault, field()) };
		}
	};
}
