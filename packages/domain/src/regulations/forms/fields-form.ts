import type { Column, Field, FormDefinition, Pattern, Section } from '../../forms/index.ts';
import type { RegulationColumn, RegulationField } from '../profile.ts';
import { apart } from './keys.ts';
import { numbered } from './labels.ts';

/**
 * A form of a regulation as a sheet: every field in the order and under the number of the source (R13, R14, R126). What
 * has parts of its own is a section; the programme is a sheet of its own and left out.
 */
export function fieldsForm(key: string, title: string, fields: RegulationField[]): FormDefinition {
	const sections = fields
		.filter(({ type }) => type !== 'programme')
		.map((field) => sectionOf(field))
		.reduce(together, []);
	return apart({ key, title, sections });
}

function sectionOf(field: RegulationField): Section {
	const { key, n, label } = field;
	const parts = partsOf(field);
	return parts.length
		? { key, title: numbered(n, label), fields: parts }
		: { key, fields: [toField(field, field.required)] };
}

/** Plain fields that follow one another stand in one section without a heading. */
function together(sections: Section[], section: Section): Section[] {
	const last = sections.at(-1);
	if (!last || last.title || section.title) return [...sections, section];
	return [...sections.slice(0, -1), { ...last, fields: [...last.fields, ...section.fields] }];
}

function partsOf(field: RegulationField): Field[] {
	const { type, parts = [], children = [] } = field;
	if (type === 'contacts') return parts.map((part, index) => contactOf(field, part, index));
	return type === 'group' ? children.flatMap((child) => childFields(child, field.required)) : [];
}

/** Hardly anybody has a fax any more, so nobody is made to invent one. */
function contactOf({ key, required }: RegulationField, part: string, index: number): Field {
	return {
		key: `${key}-${index + 1}`,
		label: part,
		kind: 'shortText',
		...patternOf(part),
		required: required && !/факс/iu.test(part)
	};
}

/** Words by which sources ask for one way to reach somebody; what asks for several at once takes any words. */
const REACHED: readonly (readonly [Pattern, RegExp])[] = [
	['email', /(электронн\p{L}*\s+(почт|адрес)|e-?mail)/iu],
	['online', /электронн\p{L}*\s+данн/iu],
	['phone', /(?<!\p{L})(тел(\.|ефон)|факс)/iu]
];

function patternOf(label: string): { pattern?: Pattern } {
	const asked = REACHED.filter(([, words]) => words.test(label));
	const [only] = asked;
	return only && asked.length === 1 ? { pattern: only[0] } : {};
}

/** A group that is needed needs its needed children; of one that is not, nothing is. */
function childFields(child: RegulationField, needed: boolean): Field[] {
	const required = needed && child.required;
	const parts = partsOf({ ...child, required });
	if (parts.length === 0) return child.type === 'programme' ? [] : [toField(child, required)];
	return parts.map((part) => ({ ...part, label: `${numbered(child.n, child.label)} – ${part.label}` }));
}

function toField(
	{ key, n, label, type, options = [], columns = [] }: RegulationField,
	required: boolean
): Field {
	const common = { key, label: numbered(n, label), required };
	switch (type) {
		case 'person':
			return { ...common, kind: 'person' };
		case 'choice':
			return options.length
				? { ...common, kind: 'singleChoice', options: toOptions(options) }
				: { ...common, kind: 'shortText' };
		case 'table':
			return columns.length
				? { ...common, kind: 'table', columns: columns.map(toColumn), ...least(required) }
				: { ...common, kind: 'longText' };
		case 'link_list':
			return { ...common, kind: 'table', columns: LINKS, ...least(required) };
		case 'rich_text':
		case 'group':
			return { ...common, kind: 'longText' };
		case 'text':
			return takesLines(label)
				? { ...common, kind: 'longText' }
				: { ...common, kind: 'shortText', ...patternOf(label) };
		default:
			return { ...common, kind: 'shortText' };
	}
}

const LINKS: Column[] = [
	{ key: 'title', label: 'название', kind: 'shortText', required: true },
	{ key: 'link', label: 'ссылка', kind: 'shortText', pattern: 'link', required: true }
];

function toColumn({ key, label, type }: RegulationColumn, index: number): Column {
	const common = { key, label, required: index === 0 };
	if (type === 'number') return { ...common, kind: 'number', min: 0 };
	return { ...common, kind: type === 'report' ? 'longText' : 'shortText' };
}

function toOptions(options: string[]) {
	return [...new Set(options)].map((option) => ({ value: option, label: option }));
}

function least(required: boolean): { minRows?: number } {
	return required ? { minRows: 1 } : {};
}

/** Labels of texts that take more than a line. */
export function takesLines(label: string): boolean {
	return /описани|обоснован|перечень|содержани|характеристик|опыт|результат|задач/iu.test(label);
}
