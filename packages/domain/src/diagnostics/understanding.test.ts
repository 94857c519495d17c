import { expect, test } from 'vitest';
import { correlation } from '../golden/adhd.ts';
import { understanding } from './index.ts';

const exact = Object.fromEntries(
	Object.entries(correlation.key).map(([row, key]) => [
		row,
		Object.fromEntries(key.map((column) => [column, 2]))
	])
);

test('R85: the key itself is understood in full', () => {
	expect(understanding(correlation, exact)).toEqual({ score: 10, max: 10, level: 'понимание устойчивое' });
});

test.each<[string, Record<string, unknown>, number]>([
	['one extra «связано» is allowed', { F1: 2, F4: 2, F2: 2 }, 10],
	['two extra are not', { F1: 2, F4: 2, F2: 2, F3: 2 }, 9],
	['«возможно» is neither a hit nor an extra', { F1: 2, F4: 2, F2: 1, F3: 1, F5: 1 }, 10],
	['«возможно» does not stand for «связано»', { F1: 2, F4: 1 }, 9],
	['a function of the key is missing', { F1: 2 }, 9],
	['marks that are no levels count for nothing', { F1: '2', F4: true }, 9]
])('R85: %s', (_, P1, score) => {
	expect(understanding(correlation, { ...exact, P1 }).score).toBe(score);
});

test.each([
	[10, 'понимание устойчивое'],
	[8, 'понимание устойчивое'],
	[7, 'понимание частичное'],
	[5, 'понимание частичное'],
	[4, 'нужна поддержка'],
	[0, 'нужна поддержка']
])('R85: %i right rows mean «%s»', (score, level) => {
	const some = Object.fromEntries(Object.entries(exact).slice(0, score));
	expect(understanding(correlation, some)).toEqual({ score, max: 10, level });
});

test.each([null, undefined, 'x', [], { P1: null }, { P1: 2 }, { P1: [2, 2] }])(
	'R85: %o is an empty card',
	(matrix) => {
		expect(understanding(correlation, matrix)).toEqual({ score: 0, max: 10, level: 'нужна поддержка' });
	}
);
