import { isCalendarDate } from '../../calendar/index.ts';
import type { Fault } from '../definition.ts';
import { isObject, own, type Loose } from '../values.ts';
import { fault, type Check, type Mode } from './check.ts';

export const checkDate: Check<'date'> = (_field, value, path) => {
	if (typeof value !== 'string') return fault(path, 'wrong_type');
	return isCalendarDate(value) ? [] : fault(path, 'not_a_date');
};

/** Both days included. A draft may have one end; a finished answer has both, in order. */
export const checkPeriod: Check<'period'> = (_field, value, path, mode) => {
	if (!isObject(value) || !hasOnlyEnds(value)) return fault(path, 'wrong_type');

	const from = own(value, 'from');
	const to = own(value, 'to');
	const wrong = [...checkEnd(from, `${path}.from`, mode), ...checkEnd(to, `${path}.to`, mode)];
	if (wrong.length > 0 || mode === 'draft') return wrong;

	return String(from) > String(to) ? fault(path, 'period_backwards') : [];
};

export function isBlankPeriod(value: Loose): boolean {
	return hasOnlyEnds(value) && isBlankEnd(own(value, 'from')) && isBlankEnd(own(value, 'to'));
}

function checkEnd(value: unknown, path: string, mode: Mode): Fault[] {
	if (isBlankEnd(value)) return mode === 'final' ? fault(path, 'required') : [];
	if (typeof value !== 'string') return fault(path, 'wrong_type');
	return isCalendarDate(value) ? [] : fault(path, 'not_a_date');
}

function hasOnlyEnds(value: Loose): boolean {
	return Object.keys(value).every((key) => key === 'from' || key === 'to');
}

function isBlankEnd(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
