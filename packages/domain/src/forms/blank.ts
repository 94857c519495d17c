import type { Answer, Field, FieldValue, FormDefinition } from './definition.ts';
import { fieldsOf } from './validate.ts';

/** The answer before the first key is pressed: every field has a value of its own shape, none is answered. */
export function blankAnswer(definition: FormDefinition): Answer {
	const typed = fieldsOf(definition).filter((field) => field.kind !== 'computed');
	return Object.fromEntries(typed.map((field) => [field.key, blankValue(field)]));
}

function blankValue(field: Field): FieldValue {
	switch (field.kind) {
		case 'shortText':
		case 'longText':
		case 'person':
			return '';
		case 'numbers':
		case 'multipleChoice':
		case 'ordering':
		case 'file':
			return [];
		case 'period':
			return { from: null, to: null };
		case 'matrix':
			return Object.fromEntries(field.rows.map((row) => [row.value, {}]));
		case 'table':
			return Array.from({ length: Math.max(field.minRows ?? 0, 1) }, () => ({}));
		case 'scale':
			// Not `null`: on a scale with «not seen» that would be an answer.
			return undefined;
		default:
			return null;
	}
}
