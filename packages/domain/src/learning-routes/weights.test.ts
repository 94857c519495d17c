import { expect, test } from 'vitest';
import { route } from '../golden/adhd.ts';
import type { RouteRules } from '../programmes/rules.ts';
import { plan, type RouteRow } from './index.ts';

test('R94: an uncovered partial deficit adds to the weight of a task for an expressed one', () => {
	expect(plan(route, [row('D1', 'expressed'), row('D7', 'partial')]).tasks).toContain('T02');
	expect(plan(route, [row('D1', 'expressed'), row('D8', 'partial')]).tasks).toContain('T01');
});

test('R94: a covered deficit weighs nothing any more', () => {
	const rules: RouteRules = {
		...route,
		length: 2,
		deficits: ['A', 'B', 'C'],
		developingSet: [],
		tasks: [
			{
				key: 'ab',
				sequence: 1,
				deficits: [
					{ key: 'A', role: 'primary' },
					{ key: 'B', role: 'secondary' }
				]
			},
			{
				key: 'b',
				sequence: 4,
				deficits: [
					{ key: 'B', role: 'primary' },
					{ key: 'A', role: 'secondary' }
				]
			},
			{
				key: 'bc',
				sequence: 5,
				deficits: [
					{ key: 'B', role: 'primary' },
					{ key: 'C', role: 'secondary' }
				]
			}
		]
	};
	const rows: RouteRow[] = [
		{ deficit: 'A', level: 'expressed', mastery: 0 },
		{ deficit: 'B', level: 'expressed', mastery: 0 },
		{ deficit: 'C', level: 'partial', mastery: 0.5 }
	];

	expect(plan(rules, rows).tasks).toEqual(['ab', 'bc']);
});

test('R94: a secondary deficit weighs half of a primary one', () => {
	const rules: RouteRules = {
		...route,
		length: 1,
		deficits: ['A', 'B', 'C'],
		developingSet: [],
		tasks: [
			{
				key: 'light',
				sequence: 1,
				deficits: [
					{ key: 'A', role: 'primary' },
					{ key: 'B', role: 'secondary' }
				]
			},
			{
				key: 'heavy',
				sequence: 2,
				deficits: [
					{ key: 'A', role: 'primary' },
					{ key: 'C', role: 'primary' }
				]
			}
		]
	};
	const rows: RouteRow[] = [
		{ deficit: 'A', level: 'expressed', mastery: 0 },
		{ deficit: 'B', level: 'partial', mastery: 0.5 },
		{ deficit: 'C', level: 'partial', mastery: 0.5 }
	];

	expect(plan(rules, rows).tasks).toEqual(['heavy']);
});

test('R94: a task with two primary deficits covers both', () => {
	const rules: RouteRules = {
		...route,
		length: 1,
		deficits: ['A', 'B'],
		developingSet: ['ab', 'nowhere'],
		tasks: [
			{
				key: 'ab',
				sequence: 1,
				deficits: [
					{ key: 'A', role: 'primary' },
					{ key: 'B', role: 'primary' }
				]
			}
		]
	};
	const rows = (['A', 'B'] as const).map((deficit) => ({ deficit, level: 'expressed' as const, mastery: 0 }));

	expect(plan(rules, rows)).toMatchObject({
		tasks: ['ab'],
		notCoveredAsPrimary: [],
		length: 2,
		needsTutorConsent: true
	});
});

function row(deficit: string, level: RouteRow['level']): RouteRow {
	return { deficit, level, mastery: level === 'expressed' ? 0 : 0.5 };
}
