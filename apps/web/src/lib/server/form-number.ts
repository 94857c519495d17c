import { readNumber, type TypedNumber } from '#lib/forms/numbers.ts';
import { textOf } from './form-text.ts';

/** What was typed into a field of a submitted form where a number is asked for. */
export function numberOf(data: FormData, name: string): TypedNumber {
	return readNumber(textOf(data, name));
}
