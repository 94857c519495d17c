import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FormDefinition } from '../../forms/index.ts';
import { digitsOf, disagreements, paperItems, readDigits, settleKeying } from './keying.ts';

const options = ['a', 'b', 'c', 'd'].map((value) => ({ value, label: value.toUpperCase() }));
const definition: FormDefinition = {
	key: 'diagnostic',
	title: 'Диагностика',
	sections: [
		{ key: 's1', fields: [{ key: 'K', label: 'Один', kind: 'singleChoice', options }] },
		{
			key: 's2',
			fields: [
				{ key: 'M', label: 'Несколько', kind: 'multipleChoice', options },
				{ key: 'O', label: 'Порядок', kind: 'ordering', options },
				{
					key: 'S',
					label: 'Шкала',
					kind: 'scale',
					levels: [
						{ value: 0, label: 'нет' },
						{ value: 1, label: 'да' }
					]
				}
			]
		}
	]
};
const items = paperItems(definition);
const [one, several, order, scale] = items as [
	(typeof items)[0],
	(typeof items)[0],
	(typeof items)[0],
	(typeof items)[0]
];

test('R95: questions are numbered through the sheet, options from one', () => {
	expect(items.map(({ number, key, takes }) => [number, key, takes])).toEqual([
		[1, 'K', 'one'],
		[2, 'M', 'several'],
		[3, 'O', 'order'],
		[4, 'S', 'one']
	]);
	expect(scale.options[0]).toEqual({ digit: 1, value: 0, label: 'нет' });
});

test.each([
	['K', one, '2', 'b'],
	['K', one, ' ', null],
	['K', one, '0', null],
	['K', one, '–', null],
	['K', one, '5', undefined],
	['K', one, '12', undefined],
	['K', one, 'b', undefined],
	['M', several, '31', ['a', 'c']],
	['M', several, '3, 1', ['a', 'c']],
	['M', several, '11', undefined],
	['O', order, '3124', ['b', 'c', 'a', 'd']],
	['O', order, '312', undefined],
	['S', scale, '1', 0],
	['S', scale, '2', 1]
] as const)('X20: %s keyed is read', (_, item, typed, value) => {
	expect(readDigits(item, typed)).toEqual(value);
});

test('X20: above nine options «12» is the twelfth', () => {
	const many = {
		...one,
		options: Array.from({ length: 12 }, (_, n) => ({ digit: n + 1, value: n, label: '' }))
	};
	expect(readDigits(many, '12')).toBe(11);
});

test('X20: what is keyed is read back the same, and two equal keyings never differ', () => {
	const value = fc.record({
		K: fc.constantFrom('a', 'b', 'c', 'd', null),
		M: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
		O: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
		S: fc.constantFrom(0, 1, null)
	});
	fc.assert(
		fc.property(value, value, fc.constantFrom('first', 'second'), (answer, other, choice) => {
			const keyed = Object.fromEntries(
				items.map((item) => [item.key, readDigits(item, digitsOf(item, answer[item.key as 'K']))])
			);
			expect(keyed).toEqual(answer);
			expect(disagreements(items, answer, keyed)).toEqual([]);

			const open = disagreements(items, answer, other);
			const choices = Object.fromEntries(open.map(({ key }) => [key, choice as 'first']));
			expect(settleKeying(items, answer, other, choices)).toEqual(choice === 'first' ? answer : other);
			if (open.length) expect(settleKeying(items, answer, other, {})).toBeNull();
		})
	);
});
