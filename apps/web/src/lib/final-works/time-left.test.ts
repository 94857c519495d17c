import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

test('R116 time left is told in days, in hours on the last two, and not at all once it is over', () => {
	const due = '2027-02-20T21:00:00Z';
	expect(timeLeft(due, '2027-02-15T20:00:00Z')).toEqual({ unit: 'days', count: 5 });
	expect(timeLeft(due, '2027-02-18T21:00:01Z')).toEqual({ unit: 'hours', count: 47 });
	expect(timeLeft(due, '2027-02-20T20:30:00Z')).toEqual({ unit: 'less', count: 0 });
	expect(timeLeft(due, due)).toBe(null);
});
