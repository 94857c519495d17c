import { expect, test } from 'vitest';
import { foldedTitle, isInn } from './organisation.ts';

test.each([
	['7707083893', true],
	['7707083894', false],
	['500100732259', false],
	['770708389', false],
	['0000000000', true],
	['770708389a', false]
])('the taxpayer number %s can be one: %s', (inn, is) => {
	expect(isInn(inn)).toBe(is);
});

test('names that differ by quotes, case, spaces and ё are the same name', () => {
	expect(foldedTitle(' МБОУ  «Школа № 7 посёлка Зелёный»')).toBe(
		foldedTitle('мбоу "школа № 7 поселка Зеленый"')
	);
});
