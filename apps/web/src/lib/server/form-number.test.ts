import { expect, test } from 'vitest';
import { numberOf } from './form-number.ts';

test.each([
	['12', 12],
	[' 2,5 ', 2.5],
	['', null],
	['пять', 'пять'],
	['5 человек', '5 человек']
])('«%s» of a form is sent as %s', (typed, sent) => {
	const data = new FormData();
	data.set('count', typed);
	expect(JSON.parse(JSON.stringify({ count: numberOf(data, 'count') }))).toEqual({ count: sent });
});
