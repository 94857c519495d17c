import type { FormDefinition } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { columnOf, fieldOf } from './fields.ts';
import { privacyNote } from './privacy.ts';
import { WORDS } from './words.ts';

/** A header and a repeating table, such as the blank plan (R87). */
export function tableCard(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition {
	const header = (form.header_fields ?? []).map((field) => fieldOf(document, field));
	const columns = typeof form.columns === 'string' ? [] : (form.columns ?? []);
	return {
		key,
		title: form.title,
		note: privacyNote(document),
		sections: [
			...(header.length > 0 ? [{ key: 'header', title: WORDS.lesson, fields: header }] : []),
			{
				key: 'rows',
				title: WORDS.stages,
				fields: [
					{
						key: 'rows',
						label: WORDS.stages,
						required: true,
						kind: 'table',
						minRows: form.min_rows ?? 1,
						columns: columns.map((column) => columnOf(document, column))
					}
				]
			}
		]
	};
}
