import { expect, test } from 'vitest';
import { byAlphabet } from './index.ts';

test('names stand by the alphabet, whatever their case, with ё at е and numbers by their size', () => {
	const names = ['Школа № 10', 'яна', 'Школа № 9', 'Ёлкина', 'Жукова', 'Егорова', 'Школа № 100'];
	expect(names.toSorted(byAlphabet)).toEqual([
		...['Егорова', 'Ёлкина', 'Жукова', 'Школа № 9', 'Школа № 10', 'Школа № 100', 'яна']
	]);
});
