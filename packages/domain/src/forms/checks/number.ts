import { CEILINGS } from '../limits.ts';
import { fault, type Check } from './check.ts';

export const checkNumber: Check<'number'> = (field, value, path) => {
	if (!isFiniteNumber(value)) return fault(path, 'wrong_type');
	if (field.integer && !Number.isInteger(value)) return fault(path, 'not_whole', { found: value });
	if (field.min !== undefined && value < field.min) {
		return fault(path, 'too_small', { limit: field.min, found: value });
	}
	if (field.max !== undefined && value > field.max) {
		return fault(path, 'too_large', { limit: field.max, found: value });
	}
	return [];
};

/** Measurements, such as «6, 7, 5»: each a finite number, as many as the programme asks for. */
export const checkNumbers: Check<'numbers'> = (field, value, path, mode) => {
	if (!Array.isArray(value)) return fault(path, 'wrong_type');

	const found = value.length;
	const most = field.maxItems ?? CEILINGS.numbers;
	if (found > most) return fault(path, 'too_many', { limit: most, found });

	const wrong = value.flatMap((item, n) => (isFiniteNumber(item) ? [] : fault(`${path}.${n}`, 'wrong_type')));
	if (wrong.length > 0) return wrong;

	const least = field.minItems ?? 0;
	return mode === 'final' && found < least ? fault(path, 'too_few', { limit: least, found }) : [];
};

export function isFiniteNumber(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}
