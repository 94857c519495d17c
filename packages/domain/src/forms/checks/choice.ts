import type { Level, Option } from '../definition.ts';
import { fault, type Check } from './check.ts';
import { isFiniteNumber } from './number.ts';

export const checkOneOf: Check<'singleChoice' | 'gradedChoice'> = (field, value, path) => {
	if (typeof value !== 'string') return fault(path, 'wrong_type');
	return isOption(field.options, value) ? [] : fault(path, 'not_an_option');
};

export const checkSeveralOf: Check<'multipleChoice'> = (field, value, path) => {
	return checkChosen(field.options, value, path);
};

/** In a draft places may still be empty or repeat; a finished order names every element once. */
export const checkOrdering: Check<'ordering'> = (field, value, path, mode) => {
	if (mode === 'draft' && isListWithin(value, field.options.length)) {
		return checkChosen(field.options, [...new Set(value)], path);
	}
	const wrong = checkChosen(field.options, value, path, 'incomplete_order');
	if (wrong.length > 0) return wrong;

	const found = (value as unknown[]).length;
	const limit = field.options.length;
	return mode === 'final' && found < limit ? fault(path, 'incomplete_order', { limit, found }) : [];
};

export const checkScale: Check<'scale'> = (field, value, path) => {
	if (value !== null && !isFiniteNumber(value)) return fault(path, 'wrong_type');
	return isLevel(field.levels, value) ? [] : fault(path, 'not_an_option');
};

export function isLevel(levels: Level[], value: unknown): boolean {
	return levels.some((level) => level.value === value);
}

function checkChosen(
	options: Option[],
	value: unknown,
	path: string,
	repeated: 'wrong_type' | 'incomplete_order' = 'wrong_type'
) {
	if (!Array.isArray(value)) return fault(path, 'wrong_type');
	if (value.length > options.length)
		return fault(path, 'too_many', { limit: options.length, found: value.length });
	if (!value.every((item) => typeof item === 'string')) return fault(path, 'wrong_type');
	if (!value.every((item) => isOption(options, item))) return fault(path, 'not_an_option');

	return new Set(value).size < value.length ? fault(path, repeated) : [];
}

function isListWithin(value: unknown, limit: number): value is unknown[] {
	return Array.isArray(value) && value.length <= limit;
}

function isOption(options: Option[], value: string): boolean {
	return options.some((option) => option.value === value);
}
