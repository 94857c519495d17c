import type { Field, FormDefinition } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeForm } from '../document.ts';
import { fieldOf } from './fields.ts';
import { WORDS } from './words.ts';

/** The system knows who, where and when. */
const KNOWN = ['person', 'org', 'date', 'dates'];
const ASKED = ['motivation', 'resources', 'context'] as const;

/** What a person says of the route: motivation, resources and the school's context are always asked (R124). */
export function routeCard(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition {
	const header = (form.header_fields ?? []).filter((field) => !KNOWN.includes(field.type));
	const asked: Field[] = ASKED.map((name) => ({
		key: name,
		label: header.find((field) => field.key === name)?.label ?? WORDS[name],
		required: true,
		kind: 'longText',
		guarded: true
	}));
	const others = header
		.filter((field) => !ASKED.some((name) => name === field.key))
		.map((field) => fieldOf(document, field));

	return {
		key,
		title: form.title,
		sections: [{ key: 'route', title: WORDS.goalsAndConditions, fields: [...others, ...asked] }]
	};
}
