import { CEILINGS } from '../limits.ts';
import { fits } from '../patterns.ts';
import { isText, lengthOf } from '../values.ts';
import { fault, type Check, type FieldOf } from './check.ts';

export const checkShortText: Check<'shortText'> = (field, value, path, mode) => {
	if (!isText(value)) return fault(path, 'wrong_type');
	// Held even in a draft: a pupil's name must not be stored for a second (R166).
	const { pattern } = field;
	if (pattern === 'pupilCode') return fits(pattern, value) ? [] : fault(path, 'pupil_code');
	if (pattern && mode === 'final' && !fits(pattern, value)) return fault(path, pattern);

	return tooLong(value, path, field.maxLength ?? CEILINGS.shortText);
};

export const checkLongText: Check<'longText'> = (field, value, path, mode) => {
	if (!isText(value)) return fault(path, 'wrong_type');
	if (mode === 'final' && isTooShort(field, value)) {
		return fault(path, 'too_short', { limit: field.minLength, found: lengthOf(value) });
	}
	return tooLong(value, path, field.maxLength ?? CEILINGS.longText);
};

export const checkPerson: Check<'person'> = (_field, value, path) => {
	return isText(value) ? tooLong(value, path, CEILINGS.person) : fault(path, 'wrong_type');
};

function isTooShort(field: FieldOf<'longText'>, value: string): boolean {
	return field.minLength !== undefined && lengthOf(value) < field.minLength;
}

function tooLong(value: string, path: string, limit: number) {
	const found = lengthOf(value);
	return found > limit ? fault(path, 'too_long', { limit, found }) : [];
}
