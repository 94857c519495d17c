import type { FormDefinition, Option } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { fieldOf, optionsOf } from './fields.ts';
import { privacyNote } from './privacy.ts';
import { WORDS } from './words.ts';

/** Rows against functions or deficits, every crossing marked with a level (R84). */
export function matrixCard(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition {
	const extra = (form.extra_fields ?? []).map((field) => fieldOf(document, field));
	return {
		key,
		title: form.title,
		note: privacyNote(document),
		sections: [
			{
				key: 'matrix',
				title: WORDS.marks,
				fields: [
					{
						key: 'matrix',
						label: form.title,
						required: true,
						kind: 'matrix',
						rows: optionsOf(form.rows),
						columns: columnsOf(document, form),
						levels: (form.cell?.options ?? []).map(({ value, label }) => ({ value, label }))
					}
				]
			},
			...(extra.length > 0 ? [{ key: 'extra', title: WORDS.ownPractice, fields: extra }] : [])
		]
	};
}

function columnsOf(document: ProgrammeDocument, { columns }: ProgrammeForm): Option[] {
	if (columns === 'child_functions') return optionsOf(document.child_functions);
	if (columns === 'deficits') return optionsOf(document.deficits);
	return typeof columns === 'string' ? [] : (columns ?? []).map(({ key, label }) => ({ value: key, label }));
}
