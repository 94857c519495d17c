import { byAlphabet } from '../alphabet/index.ts';
import type { Answer, Field, FormDefinition } from '../forms/definition.ts';

export type QuestionSummary = {
	key: string;
	text: string;
	counts: { label: string; count: number }[];
	/** Of the levels' values, where the question has them; two decimals. */
	mean: number | null;
	texts: string[];
};

/**
 * Sums an anonymous survey up. Null below the threshold: no figure is shown over fewer people (R120, R167), nor for
 * a question that fewer answered; the texts are sorted, so that their order tells nothing about who answered when.
 */
export function summarise(
	definition: FormDefinition,
	answers: Answer[],
	threshold: number
): QuestionSummary[] | null {
	if (answers.length < threshold) return null;

	const fields = definition.sections.flatMap((section) => section.fields);
	return fields.map((field) => ({
		key: field.key,
		text: field.label,
		...figures(field, answers, threshold)
	}));
}

function figures(field: Field, answers: Answer[], threshold: number): Omit<QuestionSummary, 'key' | 'text'> {
	const given = answers
		.map((answer) => answer[field.key])
		.filter((value) => value !== undefined && value !== null);
	const isChoice = field.kind === 'scale' || field.kind === 'singleChoice';

	if (isChoice && given.length < threshold) return { counts: [], mean: null, texts: [] };
	if (field.kind === 'scale') {
		const counts = field.levels.map(({ value, label }) => ({ label, count: count(given, value) }));
		const numbers = given.filter((value): value is number => typeof value === 'number');
		return { counts, mean: numbers.length ? hundredths(sum(numbers) / numbers.length) : null, texts: [] };
	}
	if (field.kind === 'singleChoice') {
		const counts = field.options.map(({ value, label }) => ({ label, count: count(given, value) }));
		return { counts, mean: null, texts: [] };
	}
	const texts = given.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
	return { counts: [], mean: null, texts: texts.toSorted(byAlphabet) };
}

function count(given: unknown[], wanted: unknown): number {
	return given.filter((value) => value === wanted).length;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, n) => total + n, 0);
}

function hundredths(n: number): number {
	return Math.round(n * 100) / 100;
}
