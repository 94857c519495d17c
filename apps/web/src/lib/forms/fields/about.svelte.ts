import { fieldsOf, type Field } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';
import { wordsOf } from '../fault-words.ts';
import { useSheet } from '../form-sheet.svelte.ts';

type Words = {
	label: string;
	legend: string;
	hint?: string;
	error?: string;
	note?: string;
	/** The heading above says the same already. */
	bare: boolean;
};

/** What stands around a control: its question, its hint, what is wrong with it. */
export function aboutField(field: () => Field): { readonly words: Words } {
	const sheet = useSheet();
	/** Where nothing is required the word «optional» beside everything says nothing. */
	const { definition } = sheet;
	const asks = fieldsOf(definition).some(({ required }) => required);

	return {
		get words() {
			const { key, label, hint, required, kind } = field();
			const fault = sheet.faultAt(key);
			const note = !asks || required || kind === 'computed' ? undefined : m.forms_optional();

			const heading = definition.sections.find(({ fields }) => fields.some((one) => one.key === key))?.title;
			const bare = label === heading || label === definition.title;

			return { label, legend: label, hint, note, bare, error: fault && wordsOf(fault, field()) };
		}
	};
}
