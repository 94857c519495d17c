import { expect, test } from 'vitest';
import { allowanceIn } from './allowance-in.ts';

test.each([
	['15', 15],
	['', 0],
	['пять', 'пять']
])('minutes written as «%s» are sent as %s, never as none in silence', (typed, sent) => {
	const data = new FormData();
	data.set('minutes', typed);
	data.set('attempts', '1');
	expect(allowanceIn(data)).toEqual({ minutes: sent, attempts: 1, reason: '' });
});
