import {
	blankAnswer,
	fieldsOf,
	validate,
	type Answer,
	type Fault,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import { fieldAt } from './kinds.ts';

/** An answer with a value of its own shape in every field. */
export function filled(definition: FormDefinition, answer: Answer): Answer {
	const blank = blankAnswer(definition);
	const known = Object.keys(blank).filter((key) => answer[key] !== undefined);

	return { ...blank, ...Object.fromEntries(known.map((key) => [key, answer[key]])) };
}

/** What of an answer can stand in a form that was changed meanwhile. */
export function fitting(definition: FormDefinition, answer: Answer): Answer {
	return storable(definition, filled(definition, answer)).answer;
}

/**
 * The part of an answer that may be stored as a draft: values that make no sense yet (half a date, half a pupil's
 * code) stay on the screen with words beside them and are sent when they do.
 */
export function storable(definition: FormDefinition, answer: Answer): { answer: Answer; faults: Fault[] } {
	const whole = settled(definition, answer);
	const faults = validate(definition, whole, 'draft');
	const rest = structuredClone(whole);
	for (const { path } of [...faults].reverse()) take(rest, path, definition);

	return { answer: rest, faults };
}

function take(answer: Answer, path: string, definition: FormDefinition) {
	const key = fieldAt(definition, path)?.key ?? path;
	if (path === key) {
		delete answer[key];
		return;
	}

	const steps = path.slice(key.length + 1).split('.');
	const last = steps.pop() ?? '';
	const holder = steps.reduce<unknown>(
		(value, step) => (value as Record<string, unknown>)[step],
		answer[key]
	);
	if (Array.isArray(holder)) holder.splice(Number(last), 1);
	else delete (holder as Record<string, unknown>)[last];
}

/** Places for numbers that nobody has filled yet are not part of the answer. */
export function settled(definition: FormDefinition, answer: Answer): Answer {
	const lists = fieldsOf(definition).filter(
		({ kind, key }) => kind === 'numbers' && Array.isArray(answer[key])
	);
	const filledIn = lists.map(({ key }) => {
		const list = answer[key] as unknown[];
		const plain = list.every((item) => item === null || typeof item === 'number');
		return [key, plain ? list.filter((item) => item !== null) : list];
	});

	return { ...answer, ...Object.fromEntries(filledIn) };
}

/** The same form with only those fields in which two answers differ. */
export function differing(definition: FormDefinition, one: Answer, other: Answer): FormDefinition {
	const sections = definition.sections.map((section) => ({
		...section,
		fields: section.fields.filter(({ key }) => !sameAnswer(one[key] ?? null, other[key] ?? null))
	}));

	return { ...definition, sections: sections.filter(({ fields }) => fields.length > 0) };
}

/** The same answer, whatever the order of keys and however «nothing» is written. */
export function sameAnswer(one: unknown, other: unknown): boolean {
	return plain(one) === plain(other);
}

function plain(value: unknown): string {
	return JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;

		const told = Object.entries(inner).filter(
			([, item]) => item !== undefined && item !== null && item !== ''
		);
		return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}
