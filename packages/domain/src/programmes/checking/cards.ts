import type { ProgrammeDocument, ProgrammeField, ProgrammeForm, ProgrammeModule } from '../document.ts';
import { error, warning, type Finding } from '../finding.ts';
import { keysOf, unknown } from './references.ts';

const FIELD_TYPES = new Set([
	'text',
	'rich_text',
	'number',
	'number_list',
	'choice',
	'date',
	'dates',
	'function',
	'exercise',
	'pupil_code',
	'file',
	'person',
	'org'
]);
/** Cards that the platform fills or that are parts of other cards: nothing is compiled from them. */
const PARTS = ['deficit_card', 'route_form', 'self_check', 'self_analysis'];

/**
 * Every card has what its type needs to become a screen: rows, columns, levels, fields of known types; and an activity
 * at which a card is filled says which.
 */
export function checkCards(document: ProgrammeDocument): Finding[] {
	const cards = Object.entries(document.forms).flatMap(([key, form]) => {
		const place = `forms.${key}`;
		return [
			...checkShape(document, key, form, place),
			...fieldsOf(form).flatMap((field) => checkField(document, field, place)),
			...checkExpertKey(document, form, place)
		];
	});
	return [...cards, ...document.modules.flatMap(cardless)];
}

function cardless({ key, activities }: ProgrammeModule): Finding[] {
	return activities
		.filter(({ kind, forms }) => kind === 'form' && forms.length === 0)
		.map((activity) => warning(`modules.${key}.activities.${activity.key}.forms`, 'activity.no_card'));
}

function checkShape(document: ProgrammeDocument, key: string, form: ProgrammeForm, place: string): Finding[] {
	if (PARTS.includes(key)) return [];

	const lacks = (
		code: 'card.no_rows' | 'card.no_columns' | 'card.no_levels' | 'card.no_fields',
		yes: boolean
	) => (yes ? [error(place, code)] : []);
	const columns = columnsOf(document, form);
	switch (form.type) {
		case 'matrix':
			return [
				...lacks('card.no_rows', (form.rows ?? []).length === 0),
				...lacks('card.no_columns', columns.size === 0),
				...lacks('card.no_levels', (form.cell?.options ?? []).length === 0)
			];
		case 'table':
			return lacks('card.no_columns', typeof form.columns === 'string' || columns.size === 0);
		case 'rating_grid':
			return [
				...lacks('card.no_rows', (form.indicators ?? []).length === 0),
				...lacks('card.no_levels', (form.scale ?? []).length === 0)
			];
		case 'form':
			return lacks('card.no_fields', (form.fields ?? []).length === 0);
		default:
			return [warning(place, 'card.not_supported', { type: form.type })];
	}
}

function columnsOf(document: ProgrammeDocument, { columns }: ProgrammeForm): Set<string> {
	if (columns === 'child_functions') return keysOf(document.child_functions);
	if (columns === 'deficits') return keysOf(document.deficits);
	return typeof columns === 'string' ? new Set() : keysOf(columns);
}

function checkExpertKey(document: ProgrammeDocument, form: ProgrammeForm, place: string): Finding[] {
	const columns = columnsOf(document, form);
	return Object.entries(form.expert_key ?? {}).flatMap(([row, named]) => [
		...unknown(`${place}.expert_key`, [row], keysOf(form.rows)),
		...unknown(`${place}.expert_key.${row}`, named, columns)
	]);
}

function fieldsOf(form: ProgrammeForm): ProgrammeField[] {
	const columns = typeof form.columns === 'string' ? [] : (form.columns ?? []);
	return [
		...(form.header_fields ?? []),
		...(form.fields ?? []),
		...(form.extra_fields ?? []),
		...(form.comment_field ? [form.comment_field] : []),
		...columns.flatMap((column) => (column.type === undefined ? [] : [{ ...column, type: column.type }]))
	];
}

function checkField(document: ProgrammeDocument, field: ProgrammeField, card: string): Finding[] {
	const place = `${card}.${field.key}`;
	if (!FIELD_TYPES.has(field.type)) return [error(place, 'card.not_supported', { type: field.type })];
	if (field.type === 'choice' && (field.options ?? []).length < 2) return [error(place, 'card.no_levels')];
	if (field.type === 'function' && (document.child_functions ?? []).length === 0) {
		return [error(place, 'reference.missing', { key: 'child_functions' })];
	}
	if (field.type === 'exercise' && (document.exercises ?? []).length === 0) {
		return [error(place, 'reference.missing', { key: 'exercises' })];
	}
	return [];
}
