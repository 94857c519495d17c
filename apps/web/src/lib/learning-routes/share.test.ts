import { expect, test } from 'vitest';
import { shareOf } from './share.ts';

test('a day stands on the line of time in proportion', () => {
	expect(shareOf('2027-01-21', '2027-01-01', '2027-02-10')).toBe(50);
});

test('a day outside the cohort stands at its end, and a line of one day has one place', () => {
	expect(shareOf('2027-03-01', '2027-01-01', '2027-02-10')).toBe(100);
	expect(shareOf('2027-01-01', '2027-01-01', '2027-01-01')).toBe(0);
});
