import { fieldsOf, validate, type Answer, type FormDefinition } from '../forms/index.ts';

/** Fewest words of a comment where the programme gives no fewest characters of its own (R116). */
export const FEWEST_WORDS = 20;

export type ReviewLack = { key: string; label: string; words: number | null };

/** What a review still lacks before it can be sent; `words`: so many are there and more are needed. */
export function reviewLacks(definition: FormDefinition, answer: Answer): ReviewLack[] {
	const faulty = new Set(validate(definition, answer, 'final').map(({ path }) => path));
	return fieldsOf(definition).flatMap((field): ReviewLack[] => {
		const { key, label } = field;
		if (field.kind !== 'longText') return faulty.has(key) ? [{ key, label, words: null }] : [];
		const words = wordsIn(answer[key]);
		const short = field.required === true && field.minLength === undefined && words < FEWEST_WORDS;
		return faulty.has(key) || short ? [{ key, label, words }] : [];
	});
}

/** How many words a text has. */
export function wordsIn(text: unknown): number {
	return typeof text === 'string' ? (text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0) : 0;
}
