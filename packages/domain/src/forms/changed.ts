import { isEmpty } from './checks/emptiness.ts';
import type { Answer, Field, FormDefinition } from './definition.ts';
import { fieldsOf } from './validate.ts';

/** Fields in which two answers to the same form differ, in their order. What is empty in both is the same. */
export function changedFields(definition: FormDefinition, before: Answer, after: Answer): Field[] {
	return fieldsOf(definition).filter((field) => {
		const [was, is] = [before[field.key], after[field.key]];
		if (isEmpty(field, was) && isEmpty(field, is)) return false;
		return !isSame(was, is);
	});
}

function isSame(a: unknown, b: unknown): boolean {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
	const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
	const valueIn = (of: object, key: string) => (of as Record<string, unknown>)[key];
	return (
		keysOfA.length === keysOfB.length && keysOfA.every((key) => isSame(valueIn(a, key), valueIn(b, key)))
	);
}
