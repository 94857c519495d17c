import { readNumber } from '#lib/forms/numbers.ts';
import { textOf } from './form-text.ts';

/**
 * What was typed where a number is asked for, as it is sent: an empty field is none, and what is no number goes as it was
 * written, though no body has a place for it. So the service names the field and what it wants, and the page what was typed.
 */
export function sentNumber(typed: string): number {
	return readNumber(typed) as number;
}

/** A field of a submitted form as such a number. */
export function numberOf(data: FormData, name: string): number {
	return sentNumber(textOf(data, name));
}
