import { expect, test } from 'vitest';
import { matching } from './matching.ts';

const exercises = [
	{ key: 'E01', title: 'Карточка «Четыре шага»', how: 'Шаги задания словом', time: '2 мин' },
	{ key: 'E02', title: '«Перескажи и начни»', how: 'Ребёнок говорит, что сделает первым', time: null }
];
const keys = (words: string) => matching(exercises, words).map(({ key }) => key);

test('R86: the collection is searched by any words, in any order, in title and description', () => {
	expect(keys('')).toEqual(['E01', 'E02']);
	expect(keys('шаги КАРТОЧКА')).toEqual(['E01']);
	expect(keys('пауза')).toEqual([]);
});

test('«ё» may be typed as «е»', () => {
	expect(keys('ребенок')).toEqual(['E02']);
});
