import type { Column, Field, Option } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeField } from '../document.ts';
import { fileField } from './files.ts';

/** A field of a card as the form engine knows it. Texts are guarded: they tell of practice with pupils (R166). */
export function fieldOf(document: ProgrammeDocument, field: ProgrammeField, leastItems = 0): Field {
	const common = { key: field.key, label: field.label, required: field.required ?? false };

	switch (field.type) {
		case 'rich_text':
			return { ...common, kind: 'longText', guarded: true };
		case 'number':
			return { ...common, kind: 'number', min: 0 };
		case 'number_list':
			return { ...common, kind: 'numbers', minItems: Math.max(field.min_items ?? 1, leastItems) };
		case 'choice':
			return { ...common, kind: 'singleChoice', options: choices(field.options ?? []) };
		case 'function':
			return { ...common, kind: 'singleChoice', options: optionsOf(document.child_functions) };
		case 'exercise':
			return { ...common, kind: 'singleChoice', options: optionsOf(document.exercises) };
		case 'date':
			return { ...common, kind: 'date' };
		case 'dates':
			return { ...common, kind: 'period' };
		case 'person':
			return { ...common, kind: 'person' };
		case 'file':
			return fileField(document, common);
		case 'pupil_code':
			return { ...common, kind: 'shortText', pattern: 'pupilCode' };
		default:
			return { ...common, kind: 'shortText', guarded: true };
	}
}

/** A column of a repeating table: a text may run over several lines. */
export function columnOf(
	document: ProgrammeDocument,
	column: { key: string; label: string; type?: string }
): Column {
	const field = fieldOf(document, { ...column, type: column.type ?? 'rich_text' });
	switch (field.kind) {
		case 'number':
		case 'date':
		case 'singleChoice':
		case 'shortText':
			return field;
		default:
			return { key: column.key, label: column.label, kind: 'longText', maxLength: 2000, guarded: true };
	}
}

/** Options that are their own values: «растёт», «снижается». */
export function choices(labels: string[]): Option[] {
	return labels.map((label) => ({ value: label, label }));
}

export function optionsOf(things: { key: string; title: string }[] = []): Option[] {
	return things.map(({ key, title }) => ({ value: key, label: title }));
}
