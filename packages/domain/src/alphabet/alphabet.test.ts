import { expect, test } from 'vitest';
import { byAlphabet, choicesOf, hasWords } from './index.ts';

test('names stand by the alphabet, whatever their case, with ё at е and numbers by their size', () => {
	const names = ['Школа № 10', 'яна', 'Школа № 9', 'Ёлкина', 'Жукова', 'Егорова', 'Школа № 100'];
	expect(names.toSorted(byAlphabet)).toEqual([
		...['Егорова', 'Ёлкина', 'Жукова', 'Школа № 9', 'Школа № 10', 'Школа № 100', 'яна']
	]);
});

test('of things with one value one can be chosen, by the alphabet of titles', () => {
	const all = [10, 9, 10].map((n) => ({ value: `s${n}`, title: `Школа № ${n}` }));
	expect(choicesOf(all)).toEqual([all[1], all[2]]);
});

test('every word is looked for by itself, in any case, with ё as е', () => {
	const texts = ['Приёмы работы на уроке', 'Школа № 912'];
	for (const words of ['приемы', 'УРОКЕ школа', ' 912  приёмы ', ''])
		expect(hasWords(texts, words)).toBe(true);
	for (const words of ['приемы дома', 'работы на дому']) expect(hasWords(texts, words)).toBe(false);
});
