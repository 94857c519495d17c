import { expect, test } from 'vitest';
import type { FormDefinition } from '../forms/definition.ts';
import { summarise } from './index.ts';

const definition: FormDefinition = {
	key: 'survey',
	title: 'Анкета',
	sections: [
		{
			key: 'all',
			fields: [
				{
					key: 's1',
					label: 'Полезно?',
					kind: 'scale',
					levels: [1, 2, 3].map((value) => ({ value, label: `${value}` }))
				},
				{
					key: 's2',
					label: 'Часы',
					kind: 'singleChoice',
					options: [
						{ value: 'a', label: 'до 10' },
						{ value: 'b', label: 'больше' }
					]
				},
				{ key: 's3', label: 'Что изменить?', kind: 'longText' }
			]
		}
	]
};

const answers = [
	{ s1: 3, s2: 'a', s3: 'Яснее сроки' },
	{ s1: 3, s2: 'a', s3: '  ' },
	{ s1: 1, s2: 'b' },
	{ s1: 2, s2: 'a', s3: 'Больше видео' },
	{ s1: 2, s2: 'b' },
	{}
];

test('R120 under five answers nothing is shown', () => {
	expect(summarise(definition, answers.slice(2), 5)).toBe(null);
});

test('from five answers on, counts, means and sorted texts are shown', () => {
	expect(summarise(definition, answers, 5)).toEqual([
		{
			key: 's1',
			text: 'Полезно?',
			counts: [
				{ label: '1', count: 1 },
				{ label: '2', count: 2 },
				{ label: '3', count: 2 }
			],
			mean: 2.2,
			texts: []
		},
		{
			key: 's2',
			text: 'Часы',
			counts: [
				{ label: 'до 10', count: 3 },
				{ label: 'больше', count: 2 }
			],
			mean: null,
			texts: []
		},
		{ key: 's3', text: 'Что изменить?', counts: [], mean: null, texts: ['Больше видео', 'Яснее сроки'] }
	]);
});

test('R120 a question that fewer than five answered shows no figure', () => {
	const [scale, choice, text] = summarise(definition, [...answers.slice(0, 4), {}, {}], 5) ?? [];

	expect([scale?.counts, scale?.mean, choice?.counts]).toEqual([[], null, []]);
	expect(text?.texts).toEqual(['Больше видео', 'Яснее сроки']);
});

test('means have two decimals', () => {
	const scale = summarise(definition, [{ s1: 1 }, { s1: 2 }, { s1: 2 }], 3)?.[0];
	expect(scale?.mean).toBe(1.67);
});
