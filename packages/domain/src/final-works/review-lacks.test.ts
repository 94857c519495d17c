import { expect, test } from 'vitest';
import type { FormDefinition } from '../forms/index.ts';
import { reviewLacks, wordsIn } from './index.ts';

const sheet = (minLength?: number): FormDefinition => ({
	...{ key: 'peer_rubric', title: 'Лист' },
	sections: [
		{
			key: 's',
			fields: [
				{ key: 'goal', label: 'Цель', kind: 'scale', required: true, levels: [{ value: 0, label: 'нет' }] },
				{ key: 'advice', label: 'Совет', kind: 'longText', required: true, minLength }
			]
		}
	]
});

test('R116: a comment has twenty words where the programme asks for no length of its own', () => {
	const twenty = 'Ученик поднял карточку. '.repeat(7).trim();
	expect(wordsIn(twenty)).toBe(21);
	expect(reviewLacks(sheet(), { goal: 0, advice: twenty })).toEqual([]);
	expect(reviewLacks(sheet(), { goal: 0, advice: 'Хорошо' })).toEqual([
		{ key: 'advice', label: 'Совет', words: 1 }
	]);
	expect(reviewLacks(sheet(5), { goal: 0, advice: 'Хорошо' })).toEqual([]);
	expect(reviewLacks(sheet(50), { goal: 0, advice: 'Хорошо' })).toEqual([
		{ key: 'advice', label: 'Совет', words: 1 }
	]);
});

test('R116: what is missing is told with its place', () => {
	expect(reviewLacks(sheet(5), {}).map(({ key, words }) => [key, words])).toEqual([
		['goal', null],
		['advice', 0]
	]);
	expect(wordsIn('Что-то 2 раза — да!')).toBe(4);
});
