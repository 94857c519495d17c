import { checkField } from './checks/field.ts';
import { fault, type Mode } from './checks/check.ts';
import { unknownKeys } from './checks/unknown.ts';
import type { Fault, Field, FormDefinition } from './definition.ts';
import { isObject, own } from './values.ts';

/**
 * What is wrong with an answer, all at once, in the order of the form. Runs in the browser and in the service.
 * `draft` refuses only values that make no sense; `final` also asks for completeness. Any JSON may be given.
 */
export function validate(definition: FormDefinition, answer: unknown, mode: Mode): Fault[] {
	if (!isObject(answer)) return fault('', 'wrong_type');

	const fields = fieldsOf(definition);
	const known = fields.map((field) => field.key);
	return [
		...fields.flatMap((field) => checkField(field, own(answer, field.key), field.key, mode)),
		...unknownKeys(answer, known, '')
	];
}

/** Every field of the form, in order. */
export function fieldsOf(definition: FormDefinition): Field[] {
	return definition.sections.flatMap((section) => section.fields);
}
