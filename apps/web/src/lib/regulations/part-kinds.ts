import {
	ACTS,
	COLUMN_TYPES,
	FORM_PARTS,
	GIVEN_TERM_KINDS,
	GROUNDS,
	PLAIN_FIELD_TYPES,
	TEXT_PARTS
} from '@stazhirovka/domain/regulations';
import { m } from '#lib/paraglide/messages.js';
import { monthName } from '#lib/shell/dates.ts';

type FormPart = (typeof FORM_PARTS)[number];
type TextPart = (typeof TEXT_PARTS)[number];

/** Parts that are given each in a form of its own. */
const OWN = {
	'plan.columns': 'columns',
	'programme_structure.sections': 'sections',
	'status.act': 'act',
	'status.term': 'term',
	'termination.grounds': 'grounds',
	'report.deadline': 'deadline'
} as const;
type Own = { [P in keyof typeof OWN]: { kind: (typeof OWN)[P]; part: P } }[keyof typeof OWN];

export type PartKind = { kind: 'form'; part: FormPart } | { kind: 'text'; part: TextPart } | Own;

/** How a part is given by hand; null for what nobody can give. */
export function kindOf(name: string): PartKind | null {
	const form = FORM_PARTS.find((part) => part === name);
	if (form) return { kind: 'form', part: form };
	const text = TEXT_PARTS.find((part) => part === name);
	if (text) return { kind: 'text', part: text };
	return Object.hasOwn(OWN, name) ? ({ kind: OWN[name as Own['part']], part: name } as Own) : null;
}

/** What a row may be, with the words for it; sections of a programme are all of one kind. */
export function rowTypes({ kind }: PartKind) {
	if (kind === 'form')
		return PLAIN_FIELD_TYPES.map((type) => ({ value: type, label: m.regulations_field_type({ type }) }));
	return kind === 'columns'
		? COLUMN_TYPES.map((type) => ({ value: type, label: m.regulations_column_type({ type }) }))
		: [];
}

export function isRows({ kind }: PartKind): boolean {
	return kind === 'form' || kind === 'columns' || kind === 'sections';
}

export function acts() {
	return ACTS.map((act) => ({ value: act, label: act }));
}

export function termKinds() {
	return GIVEN_TERM_KINDS.map((kind) => ({ value: kind, label: m.regulations_term_kind({ kind }) }));
}

export function grounds() {
	return GROUNDS.map((code) => ({ code, label: m.regulations_ground_kind({ code }) }));
}

export function months() {
	return Array.from({ length: 12 }, (_, index) => ({
		value: String(index + 1),
		label: monthName(index + 1)
	}));
}
