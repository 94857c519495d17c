import fc from 'fast-check';
import { expect, test } from 'vitest';
import adhd from '../../../../db/seeds/programmes/adhd-lesson-12h.json' with { type: 'json' };
import { changed } from '../programmes/example-changes.ts';
import { difference } from './difference.ts';
import { mergeParts } from './merge.ts';
import { partOf } from './place.ts';
import { same } from './same.ts';

const told = (after: unknown) => difference(adhd, after).map(({ place, change }) => `${place}: ${change}`);

test('R121: a change is told at its place, by keys', () => {
	expect(
		told(
			changed(adhd, {
				goal: 'Новая цель',
				relevance: undefined,
				'modules.m1.activities.m1a3.minutes': 45,
				'tasks.T03.self_check': (old: object[]) => old.slice(1)
			})
		)
	).toEqual([
		'goal: changed',
		'relevance: removed',
		'modules.m1.activities.m1a3.minutes: changed',
		`tasks.T03.self_check.${adhd.tasks[2]?.self_check[0]?.key}: removed`
	]);
});

test('things in another order are told once, with the order', () => {
	const turned = { ...adhd, tasks: adhd.tasks.toReversed() };
	expect(difference(adhd, turned)).toEqual([
		{
			place: 'tasks',
			change: 'moved',
			before: adhd.tasks.map(({ key }) => key),
			after: adhd.tasks.map(({ key }) => key).toReversed()
		}
	]);
	expect(told({ ...adhd, audience: adhd.audience.toReversed() })).toEqual(['audience: changed']);
});

const json = fc.jsonValue({ maxDepth: 4 });

test('there is a difference exactly where two values are not the same, and it is told from both sides', () => {
	fc.assert(
		fc.property(json, json, (one, other) => {
			expect(difference(one, structuredClone(one))).toEqual([]);
			const [there, back] = [difference(one, other), difference(other, one)];
			expect(there.length === 0).toBe(same(one, other));
			expect(back.map(({ place }) => place).toSorted()).toEqual(there.map(({ place }) => place).toSorted());
		})
	);
});

const parts = fc.dictionary(fc.constantFrom('goal', 'tasks', 'modules', 'key'), fc.nat(2));

test('a merge tells every part that differs, never what says whose programme it is', () => {
	fc.assert(
		fc.property(parts, parts, parts, (base, mine, theirs) => {
			const merged = mergeParts(base, mine, theirs);
			for (const part of ['goal', 'tasks', 'modules']) {
				const state = merged.find((one) => one.part === part)?.state;
				if (mine[part] === theirs[part]) expect(state).toBeUndefined();
				else if (mine[part] === base[part]) expect(state).toBe('theirs');
				else expect(state).toBe(theirs[part] === base[part] ? 'mine' : 'both');
			}
			expect(merged.some(({ part }) => part === 'key')).toBe(false);
		})
	);
});

test('the place of a finding leads to the part that mends it', () => {
	expect(
		['modules.m1.minutes', 'task:T01.report', 'peer_rubric.c1', 'blank_plan.rows', 'final_work.kind', ''].map(
			partOf
		)
	).toEqual(['modules', 'tasks', 'rubric', 'forms', 'final_work', 'forms']);
});
