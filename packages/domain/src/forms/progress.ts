import { checkField } from './checks/field.ts';
import { isEmpty } from './checks/emptiness.ts';
import type { Field, FormDefinition } from './definition.ts';
import { isObject, own } from './values.ts';
import { fieldsOf } from './validate.ts';

/**
 * How far a person is: required fields that would pass a final check, of all required fields.
 * A form that requires nothing (a diagnostic, where a missing item is 0) counts every field.
 */
export function progress(definition: FormDefinition, answer: unknown): { answered: number; total: number } {
	const counted = countedIn(definition);
	return { answered: counted.length - lackingOf(counted, answer).length, total: counted.length };
}

/** What progress does not count as answered yet, in the order of the form. */
export function unanswered(definition: FormDefinition, answer: unknown): Field[] {
	return lackingOf(countedIn(definition), answer);
}

function countedIn(definition: FormDefinition): Field[] {
	const typed = fieldsOf(definition).filter((field) => field.kind !== 'computed');
	const required = typed.filter((field) => field.required);
	return required.length > 0 ? required : typed;
}

function lackingOf(fields: Field[], answer: unknown): Field[] {
	const given = isObject(answer) ? answer : {};

	return fields.filter((field) => {
		const value = own(given, field.key);
		return isEmpty(field, value) || checkField(field, value, field.key, 'final').length > 0;
	});
}
