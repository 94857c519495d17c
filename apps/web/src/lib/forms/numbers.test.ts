import { expect, test } from 'vitest';
import { readNumber, writeNumber } from './numbers.ts';

test.each([
	['6,5', 6.5],
	[' 6.5 ', 6.5],
	['1 200', 1200],
	['-3', -3],
	['6,', 6],
	['', null],
	['  ', null]
])('«%s» is read as %s', (text, value) => {
	expect(readNumber(text)).toBe(value);
});

test.each(['семь', '1,2,3', '0x10', '1e5', '--1'])('«%s» is not a number and stays as written', (text) => {
	expect(readNumber(text)).toBe(text);
});

test('a number is written with a comma, nothing as nothing', () => {
	expect([6.5, 7, null, undefined, 'семь'].map(writeNumber)).toEqual(['6,5', '7', '', '', 'семь']);
});
