import type { Field, FormDefinition, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeField, ProgrammeForm } from '../document.ts';
import { fieldOf } from './fields.ts';
import { privacyNote } from './privacy.ts';
import { COMPUTED, WORDS } from './words.ts';

/** A card of single fields, such as the effectiveness card (R107): conditions, measurements, conclusions, result. */
export function formCard(document: ProgrammeDocument, key: string, form: ProgrammeForm): FormDefinition {
	const computed = (form.computed ?? []).map((value): Field => ({
		key: value.key,
		label: COMPUTED[value.key] ?? value.key,
		kind: 'computed'
	}));
	return {
		key,
		title: form.title,
		note: privacyNote(document),
		sections: [
			...parts(form.fields ?? []).map(({ fields, ...part }) => ({
				...part,
				fields: fields.map((field) => fieldOf(document, field, form.min_observations))
			})),
			...(computed.length > 0 ? [{ key: 'computed', title: WORDS.computed, fields: computed }] : [])
		]
	};
}

type Part = Omit<Section, 'fields'> & { fields: ProgrammeField[] };

/** Measurements divide a card into what was before them and what follows from them. */
function parts(fields: ProgrammeField[]): Part[] {
	const measured = fields.map((field) => field.type === 'number_list' || field.key === 'better_is');
	const first = measured.indexOf(true);
	if (first === -1) return [{ key: 'card', fields }];

	let last = measured.lastIndexOf(true);
	while (fields[last + 1]?.type === 'number') last += 1;

	const all: Part[] = [
		{ key: 'conditions', title: WORDS.conditions, fields: fields.slice(0, first) },
		{ key: 'measurements', title: WORDS.measurements, fields: fields.slice(first, last + 1) },
		{ key: 'conclusions', title: WORDS.conclusions, fields: fields.slice(last + 1) }
	];
	return all.filter((part) => part.fields.length > 0);
}
