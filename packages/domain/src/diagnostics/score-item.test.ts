import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemKey } from '../programmes/rules.ts';
import { scoreItem } from './index.ts';

const of = { key: 'D1-K', deficit: 'D1', kind: 'knowledge' as const, max: 2 };
const single: ItemKey = { ...of, type: 'single_choice', correct: 'a' };
const choices: ItemKey = {
	...of,
	type: 'multiple_choice',
	options: ['a', 'b', 'c', 'd', 'e'],
	correct: ['a', 'b', 'd'],
	oneErrorPoints: 1
};
const graded: ItemKey = {
	...of,
	kind: 'case',
	max: 4,
	type: 'graded_choice',
	points: { a: 4, b: 2, c: 0, d: 0 }
};
const order: ItemKey = { ...of, type: 'ordering', order: ['a', 'b', 'c', 'd', 'e'], oneSwapPoints: 1 };
const scale: ItemKey = { ...of, kind: 'self_assessment', max: 3, type: 'scale', values: [0, 1, 2, 3] };

test.each<[string, ItemKey, unknown, number]>([
	['the right option', single, 'a', 2],
	['a wrong option', single, 'b', 0],
	['all right options and no other', choices, ['d', 'a', 'b'], 2],
	['one option missing', choices, ['a', 'b'], 1],
	['one option too many', choices, ['a', 'b', 'd', 'e'], 1],
	['one exchanged for another: two errors', choices, ['a', 'b', 'c'], 0],
	['only wrong options', choices, ['c', 'e'], 0],
	['an option named twice is one option', choices, ['a', 'a', 'b', 'd'], 2],
	['the best action', graded, 'a', 4],
	['the fair action', graded, 'b', 2],
	['the harmful action', graded, 'd', 0],
	['the right order', order, ['a', 'b', 'c', 'd', 'e'], 2],
	['neighbours exchanged at the start', order, ['b', 'a', 'c', 'd', 'e'], 1],
	['neighbours exchanged at the end', order, ['a', 'b', 'c', 'e', 'd'], 1],
	['distant items exchanged', order, ['c', 'b', 'a', 'd', 'e'], 0],
	['two pairs of neighbours exchanged', order, ['b', 'a', 'd', 'c', 'e'], 0],
	['a shifted order', order, ['b', 'c', 'd', 'e', 'a'], 0],
	['the bottom of the scale is an answer', scale, 0, 0],
	['the top of the scale', scale, 3, 3]
])('R90: %s', (_, item, answer, points) => {
	expect(scoreItem(item, answer)).toEqual({ points, answered: true });
});

test.each<[string, ItemKey, unknown]>([
	['nothing', single, undefined],
	['null', single, null],
	['an empty text', single, ''],
	['a list for a single choice', single, ['a']],
	['an empty list', choices, []],
	['a text for a list', choices, 'abd'],
	['an option that does not exist', choices, ['a', 'b', 'd', 'z']],
	['numbers for options', choices, [1, 2]],
	['an action that does not exist', graded, 'z'],
	['a name every object has', graded, 'constructor'],
	['half an order', order, ['a', 'b']],
	['an order with a repeat', order, ['a', 'a', 'b', 'c', 'd']],
	['an order with a stranger', order, ['a', 'b', 'c', 'd', 'z']],
	['a text for a scale', scale, '2'],
	['a level that does not exist', scale, 4],
	['not a number', scale, Number.NaN]
])('R90: %s is not an answer and scores nothing', (_, item, answer) => {
	expect(scoreItem(item, answer)).toEqual({ points: 0, answered: false });
});

test('R90: no answer whatever throws or leaves the range of the item', () => {
	fc.assert(
		fc.property(fc.constantFrom(single, choices, graded, order, scale), fc.anything(), (item, answer) => {
			const { points, answered } = scoreItem(item, answer);
			return points >= 0 && points <= item.max && (answered || points === 0);
		})
	);
});
