import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { freeCode } from './code.ts';
import { endingOn, warningDue } from './warnings.ts';

const grant = (from: string, lastDay: string) => ({ kind: 'grant' as const, from, lastDay, signedOn: from });
const LAST = '2027-08-31';

test.each([
	[91, null],
	[90, 90],
	[31, 90],
	[30, 30],
	[8, 30],
	[7, 7],
	[0, 7],
	[-1, null]
])('R25 %i days before the end the warning is %s', (days, warning) => {
	expect(warningDue(LAST, addDays(LAST, -days))).toBe(warning);
});

test('R25 an end is told until the term is over, unless another term follows it at once', () => {
	const decisions = [grant('2026-09-01', LAST)];
	expect(endingOn(decisions, '2027-08-01')).toEqual({ lastDay: LAST, days: 30, warning: 30 });
	expect(endingOn(decisions, '2027-09-01')).toBe(null);
	expect(endingOn(decisions, '2026-08-31')).toBe(null);

	const next = { ...grant('2027-09-01', '2028-08-31'), signedOn: '2027-07-01' };
	expect(endingOn([...decisions, next], '2027-08-01')).toBe(null);
	expect(endingOn([...decisions, next], '2027-06-30')).toEqual({ lastDay: LAST, days: 62, warning: 90 });
	const later = { ...next, from: '2027-10-01' };
	expect(endingOn([...decisions, later], '2027-08-01')).toMatchObject({ lastDay: LAST });
});

test('the code of a site is the number of its organisation, and another when that is taken', () => {
	expect(freeCode('МБОУ «Школа № 912»', new Set())).toBe('912');
	expect(freeCode('Школа № 912', new Set(['912', '912-2']))).toBe('912-3');
	expect(freeCode('Лицей', new Set(['1']))).toBe('1-2');
});
