import type { Column, Fault, Field } from '@stazhirovka/domain/forms';
import { m } from '#lib/paraglide/messages.js';
import { isChoice } from './kinds.ts';

/** What happened and what to do, for the place beside the field. */
export function wordsOf(fault: Fault, field?: Field): string {
	const words = said(fault, field);
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function said(fault: Fault, field?: Field): string {
	const code = precise(fault, field && (columnAt(field, fault.path) ?? field));
	return m.forms_fault({ code, limit: fault.limit ?? 0, found: fault.found ?? 0 });
}

/** The same for the summary, where the place must be named: «Ход урока, строка 3, Минуты: укажите число». */
export function wordsWithPlace(fault: Fault, field?: Field): string {
	const words = said(fault, field);
	return field ? m.forms_fault_at({ place: placeWords(field, fault.path), words }) : words;
}

export function placeWords(field: Field, path: string): string {
	const inside = path.slice(field.key.length + 1).split('.');
	if (field.kind === 'matrix') {
		const row = field.rows.find(({ value }) => value === inside[0]);
		return row ? m.forms_place_inside({ field: field.label, inside: row.label }) : field.label;
	}

	const column = columnAt(field, path);
	if (!column) return field.label;
	return m.forms_place_cell({ field: field.label, row: Number(inside[0]) + 1, column: column.label });
}

function columnAt(field: Field, path: string): Column | undefined {
	if (field.kind !== 'table') return undefined;
	const key = path.slice(field.key.length + 1).replace(/^\d+\./, '');

	return field.columns.find((column) => column.key === key);
}

/** «Nothing is there» means another thing to do for a choice, a file, a row of a matrix. */
function precise(fault: Fault, field?: Field | Column): string {
	if (!field || !['required', 'too_few', 'too_many', 'wrong_type'].includes(fault.code)) return fault.code;
	if (field.kind === 'matrix' && fault.limit !== undefined) return 'required.row';
	if (fault.code === 'required' && isChoice(field)) return 'required.choice';
	if (['table', 'file', 'date', 'period', 'number', 'numbers'].includes(field.kind))
		return `${fault.code}.${field.kind}`;
	return fault.code;
}
