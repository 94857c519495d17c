import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { plan } from '../learning-routes/index.ts';
import { check } from './checking/check.ts';
import type { DeficitLevel } from './document.ts';
import { changed, faultsOf, type Changes } from './example-changes.ts';
import type { RouteRules } from './rules.ts';

const told = (changes: Changes) =>
	check(changed(adhd, changes))
		.filter(({ code }) => /^time\.|^material/.test(code))
		.map(({ place, code, details }) => [place, code, details?.expected, details?.found]);

test('R50: where the longest route does not fit, its author is reminded', () => {
	expect(told({ 'tasks.T01.minutes': 25 })).toEqual([
		['modules.m2.activities.m2a2.minutes', 'time.longest_route', 105, 100]
	]);
});

test('R50, R99: where no route fits at all, the programme cannot be finished', () => {
	const longer = Object.fromEntries(adhd.tasks.map(({ key }) => [`tasks.${key}.minutes`, 21]));
	expect(faultsOf(adhd, longer)).toEqual(['modules.m2.activities.m2a2.minutes: time.tasks_minutes']);
});

test('R50: the diagnostic has its time', () => {
	const { minutes } = adhd.diagnostic;
	expect(faultsOf(adhd, { 'diagnostic.minutes': minutes + 1 })).toHaveLength(1);
	expect(faultsOf(adhd, { 'diagnostic.minutes': minutes })).toEqual([]);
});

test('a task that sends to a material without a file is told; a file, or a material nobody is sent to, is not', () => {
	const key = adhd.tasks.flatMap((task) => task.materials)[0] ?? '';
	expect(told({ [`materials.${key}.demo`]: false })).toEqual([
		[`materials.${key}.file`, 'material.not_ready', undefined, undefined]
	]);
	expect(told({ [`materials.${key}.demo`]: false, [`materials.${key}.file`]: 'x' })).toEqual([]);
});

const LEVELS: DeficitLevel[] = ['none', 'partial', 'expressed'];
const deficits = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'];

/** Rules that the checks let through: each deficit is primary somewhere, the developing set fills a route alone. */
const soundRules: fc.Arbitrary<RouteRules> = fc
	.record({
		count: fc.integer({ min: 1, max: deficits.length }),
		length: fc.integer({ min: 1, max: 6 }),
		more: fc.array(fc.array(fc.tuple(fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 3 }), {
			maxLength: 6
		})
	})
	.map(({ count, length, more }) => {
		const own = deficits.slice(0, count);
		const bound = [...own.map((key) => [{ key, role: 'primary' as const }]), ...more.map(boundTo(own))];
		while (bound.length < length) bound.push([{ key: own[0] ?? '', role: 'primary' as const }]);
		const tasks = bound.map((some, n) => ({ key: `T${n}`, sequence: n, deficits: some }));
		return {
			...{ length, deficits: own, tasks, weights: { expressed: 2, partial: 1 } },
			roleFactor: { primary: 1, secondary: 0.5 },
			developingSet: tasks.slice(-length).map(({ key }) => key)
		};
	});

function boundTo(own: string[]) {
	return (some: [number, boolean][]): RouteRules['tasks'][number]['deficits'] =>
		some
			.map(([n, primary]) => ({
				key: own[n % own.length] ?? '',
				role: primary ? ('primary' as const) : ('secondary' as const)
			}))
			.filter(({ key }, n, all) => all.findIndex((other) => other.key === key) === n);
}

test('R99, R100: whatever card the rules of a checked programme are given, the route is whole and covers what is expressed', () => {
	const levels = fc.array(fc.tuple(fc.constantFrom(...LEVELS), fc.nat(9)), { minLength: 7, maxLength: 7 });
	fc.assert(
		fc.property(soundRules, levels, (rules, given) => {
			const rows = rules.deficits.map((deficit, n) => ({
				...{ deficit, level: given[n]?.[0] ?? ('none' as const) },
				mastery: (given[n]?.[1] ?? 0) / 9
			}));
			const route = plan(rules, rows);
			const covered = rules.tasks
				.filter(({ key }) => route.tasks.includes(key))
				.flatMap((task) => task.deficits.filter(({ role }) => role === 'primary').map(({ key }) => key));

			expect(new Set(route.tasks).size).toBe(route.tasks.length);
			expect(route.tasks.length).toBeGreaterThanOrEqual(rules.length);
			expect(route.expressed.filter((deficit) => !covered.includes(deficit))).toEqual([]);
		}),
		{ numRuns: 500 }
	);
});
