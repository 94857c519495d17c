import {
	ACTS,
	COLUMN_TYPES,
	PLAIN_FIELD_TYPES,
	FORM_PARTS,
	TEXT_PARTS
} from '@stazhirovka/domain/regulations';
import { m } from '#lib/paraglide/messages.js';

type FormPart = (typeof FORM_PARTS)[number];
type TextPart = (typeof TEXT_PARTS)[number];

export type PartKind =
	| { kind: 'form'; part: FormPart }
	| { kind: 'columns'; part: 'plan.columns' }
	| { kind: 'act'; part: 'status.act' }
	| { kind: 'text'; part: TextPart };

/** How a part is given by hand; null for what nobody can give. */
export function kindOf(name: string): PartKind | null {
	const form = FORM_PARTS.find((part) => part === name);
	if (form) return { kind: 'form', part: form };
	const text = TEXT_PARTS.find((part) => part === name);
	if (text) return { kind: 'text', part: text };
	if (name === 'plan.columns') return { kind: 'columns', part: name };
	return name === 'status.act' ? { kind: 'act', part: name } : null;
}

export function fieldTypes() {
	return PLAIN_FIELD_TYPES.map((type) => ({ value: type, label: m.regulations_field_type({ type }) }));
}

export function columnTypes() {
	return COLUMN_TYPES.map((type) => ({ value: type, label: m.regulations_column_type({ type }) }));
}

export function acts() {
	return ACTS.map((act) => ({ value: act, label: act }));
}
