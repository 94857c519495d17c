import { expect, test } from 'vitest';
import { foldedTitle, isInn, operatorAmong } from './organisation.ts';

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

test('R19: the operator is whom the regulation names, then the only one, and never the oldest of several', () => {
	const older = { title: 'МКУ «Методический центр»', shortTitle: 'ИМЦ' };
	const named = { title: 'ГАОУ ДПО «Институт развития образования»', shortTitle: 'ГАОУ ДПО «ЛОИРО»' };
	expect(operatorAmong('ГАОУ ДПО "Лоиро"', [older, named])).toBe(named);
	expect(operatorAmong('Другой центр', [older])).toBe(older);
	expect(operatorAmong('Другой центр', [older, named])).toBeNull();
	expect(operatorAmong('Другой центр', [])).toBeNull();
});
