import { checkField } from './checks/field.ts';
import { isEmpty } from './checks/emptiness.ts';
import type { FormDefinition } from './definition.ts';
import { isObject, own } from './values.ts';
import { fieldsOf } from './validate.ts';

/**
 * How far a person is: required fields that would pass a final check, of all required fields.
 * A form that requires nothing (a diagnostic, where a missing item is 0) counts every field.
 */
export function progress(definition: FormDefinition, answer: unknown): { answered: number; total: number } {
	const typed = fieldsOf(definition).filter((field) => field.kind !== 'computed');
	const required = typed.filter((field) => field.required);
	const counted = required.length > 0 ? required : typed;
	const given = isObject(answer) ? answer : {};

	const answered = counted.filter((field) => {
		const value = own(given, field.key);
		return !isEmpty(field, value) && checkField(field, value, field.key, 'final').length === 0;
	});
	return { answered: answered.length, total: counted.length };
}
