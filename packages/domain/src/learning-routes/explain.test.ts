import fc from 'fast-check';
import { expect, test } from 'vitest';
import { route } from '../golden/adhd.ts';
import type { DeficitLevel } from '../programmes/document.ts';
import { explain, plan, type RouteRow } from './index.ts';

const rows: RouteRow[] = [{ deficit: 'D8', level: 'expressed', mastery: 1 / 9 }];

test('R94: each task of the planned route says which step brought it', () => {
	expect(explain(route, rows, plan(route, rows).tasks)).toEqual([
		{ task: 'T01', why: { code: 'touches', deficit: 'D8' } },
		{ task: 'T03', why: { code: 'developing', deficit: null } },
		{ task: 'T06', why: { code: 'developing', deficit: null } },
		{ task: 'T11', why: { code: 'covers_expressed', deficit: 'D8' } },
		{ task: 'T12', why: { code: 'deepens', deficit: 'D8' } }
	]);
});

test('R94: a route changed by hand is explained as it stands', () => {
	expect(explain(route, rows, ['T12', 'T05', 'T10'])).toEqual([
		{ task: 'T12', why: { code: 'covers_expressed', deficit: 'D8' } },
		{ task: 'T05', why: null },
		{ task: 'T10', why: { code: 'developing', deficit: null } }
	]);
});

test('R94: the rules can explain every task that they chose', () => {
	const level = fc.constantFrom<DeficitLevel>('none', 'partial', 'expressed');
	const cards = fc.tuple(
		...route.deficits.map(() => fc.record({ level, mastery: fc.double({ min: 0, max: 1, noNaN: true }) }))
	);

	fc.assert(
		fc.property(cards, (cells) => {
			const card = cells.map((cell, n) => ({ deficit: route.deficits[n] ?? '', ...cell }));
			const planned = plan(route, card);
			const reasons = explain(route, card, planned.tasks);

			expect(reasons.filter(({ why }) => why === null)).toEqual([]);
			expect(reasons.filter(({ why }) => why?.code === 'covers_expressed').length).toBe(
				planned.expressed.length
			);
		})
	);
});
