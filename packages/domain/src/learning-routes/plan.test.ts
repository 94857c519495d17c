import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deficitCard, forRoute, withOverrides } from '../diagnostics/index.ts';
import { diagnostic, route } from '../golden/adhd.ts';
import scenario from '../golden/scenario-adhd.json' with { type: 'json' };
import type { DeficitLevel } from '../programmes/document.ts';
import { plan, type RouteRow } from './index.ts';

test.each(scenario.trainees)('R94: golden route of $person: $title', ({ answers, expected }) => {
	const card = deficitCard(diagnostic, answers);
	const rows = card.built ? withOverrides(card.rows, []) : null;

	expect(rows?.ok && plan(route, forRoute(rows.value))).toEqual({
		tasks: expected.route.tasks,
		length: expected.route.length,
		expressed: expected.route.expressed,
		partial: expected.route.partial,
		notCoveredAsPrimary: expected.route.not_covered_as_primary,
		needsTutorConsent: expected.route.needs_tutor_consent
	});
});

test('R94: all eight partial: the route keeps its length and leaves the lighter deficits out', () => {
	expect(plan(route, levels('partial', 8))).toEqual({
		tasks: ['T01', 'T03', 'T07', 'T10', 'T12'],
		length: 5,
		expressed: [],
		partial: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'],
		notCoveredAsPrimary: ['D3', 'D4', 'D6'],
		needsTutorConsent: false
	});
});

test('R100: six expressed deficits grow the route to six tasks, with the tutor’s consent', () => {
	expect(plan(route, rowsOf({ D1: 'e', D2: 'e', D3: 'e', D4: 'e', D5: 'e', D6: 'e', D7: 'p' }))).toEqual({
		tasks: ['T02', 'T04', 'T05', 'T06', 'T07', 'T08'],
		length: 6,
		expressed: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
		partial: ['D7'],
		notCoveredAsPrimary: ['D7'],
		needsTutorConsent: true
	});
});

test('R100: eight expressed deficits grow the route to eight tasks', () => {
	const { tasks, length, notCoveredAsPrimary } = plan(route, levels('expressed', 8));

	expect(tasks).toEqual(['T01', 'T03', 'T05', 'T06', 'T07', 'T08', 'T10', 'T12']);
	expect([length, notCoveredAsPrimary]).toEqual([8, []]);
});

test('R100: exactly five expressed need no consent', () => {
	const { length, needsTutorConsent } = plan(route, levels('expressed', 5));
	expect([length, needsTutorConsent]).toEqual([5, false]);
});

test('R94: equal mastery goes by the programme’s order; a secondary task comes in the second round only', () => {
	const rows = rowsOf({ D6: ['p', 6 / 9], D3: ['p', 6 / 9] });
	expect(plan(route, rows).tasks).toEqual(['T03', 'T05', 'T08', 'T09', 'T12']);
});

test('R94: the free place deepens the deficit of the lowest mastery', () => {
	const found = { D1: ['p', 0.66], D2: ['p', 0.55], D6: ['p', 0.6], D8: ['p', 0.7] } as const;

	expect(plan(route, rowsOf(found)).tasks).toEqual(['T01', 'T03', 'T04', 'T08', 'T12']);
	expect(plan(route, rowsOf({ ...found, D6: ['p', 0.5] })).tasks).toEqual([
		'T01',
		'T03',
		'T08',
		'T09',
		'T12'
	]);
});

test('R94: mastery is compared exactly, not as the rounded per cent', () => {
	const rows = { D1: ['p', 0.66664], D2: ['p', 0.66656], D3: ['p', 0.7], D5: ['p', 0.7] } as const;
	expect(plan(route, rowsOf(rows)).tasks).toEqual(['T01', 'T03', 'T04', 'T05', 'T07']);
});

test('R94: one secondary task in the second round, then the developing set, though more secondary ones exist', () => {
	expect(plan(route, rowsOf({ D7: 'e' })).tasks).toEqual(['T02', 'T03', 'T06', 'T08', 'T10']);
	expect(plan(route, rowsOf({ D4: 'e' })).tasks).toEqual(['T03', 'T04', 'T06', 'T08', 'T10']);
});

test('R99: without deficits the route is the developing set', () => {
	expect(plan(route, levels('none', 8)).tasks).toEqual(['T03', 'T06', 'T08', 'T10', 'T11']);
	expect(plan(route, []).tasks).toEqual(['T03', 'T06', 'T08', 'T10', 'T11']);
});

const anyRows = fc
	.tuple(
		...route.deficits.map(() =>
			fc.record({ level: fc.constantFrom<DeficitLevel>('none', 'partial', 'expressed'), score: fc.nat(9) })
		)
	)
	.map((cells) =>
		cells.map(({ level, score }, n) => ({ deficit: route.deficits[n] ?? '', level, mastery: score / 9 }))
	);

test('R94: every route covers all expressed deficits, has its length, no repeats, and the order of sequence', () => {
	fc.assert(
		fc.property(anyRows, (rows) => {
			const found = plan(route, rows);
			const bound = route.tasks.filter(({ key }) => found.tasks.includes(key));
			const covered = bound.flatMap(({ deficits }) =>
				deficits.filter(({ role }) => role === 'primary').map(({ key }) => key)
			);

			expect(found.tasks).toHaveLength(found.length);
			expect(found.tasks).toEqual([...new Set(found.tasks)].toSorted());
			expect(found.expressed.filter((deficit) => !covered.includes(deficit))).toEqual([]);
			expect(found.notCoveredAsPrimary).toEqual(
				found.partial.filter((deficit) => !covered.includes(deficit))
			);
			expect(found.length).toBe(Math.max(5, found.expressed.length));
		})
	);
});

test('R94: the order in which rows and tasks come changes nothing', () => {
	const shuffled = fc.shuffledSubarray(route.tasks, { minLength: route.tasks.length });

	fc.assert(
		fc.property(anyRows, shuffled, (rows, tasks) => {
			expect(plan({ ...route, tasks }, rows.toReversed())).toEqual(plan(route, rows));
		})
	);
});

function levels(level: string, count: number): RouteRow[] {
	return route.deficits
		.slice(0, count)
		.map((deficit) => ({ deficit, level: level as DeficitLevel, mastery: 0.5 }));
}

type Short = 'e' | 'p' | readonly ['e' | 'p', number];

function rowsOf(found: Record<string, Short>): RouteRow[] {
	return Object.entries(found).map(([deficit, cell]) => {
		const [level, mastery] = typeof cell === 'string' ? ([cell, 0.4] as const) : cell;
		return { deficit, level: level === 'e' ? 'expressed' : 'partial', mastery };
	});
}
