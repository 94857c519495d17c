import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { fresh, published, routed } from '../cohorts/journey/example-facts.ts';
import { lastDayOf, paceOf, type Walked } from './index.ts';

const TODAY = '2027-02-01';
const KEYS = ['a', 'b', 'c'];

const walks = fc.array(
	fc.uniqueArray(
		fc.record({
			key: fc.constantFrom(...KEYS),
			state: fc.constantFrom<Walked['state']>('done', 'open', 'waiting', 'locked'),
			dueOn: fc.option(fc.integer({ min: -5, max: 5 }).map((days) => addDays(TODAY, days)))
		}),
		{ selector: ({ key }) => key }
	),
	{ maxLength: 12 }
);

test('R64: the funnel and the pace are what counting one question at a time gives', () => {
	fc.assert(
		fc.property(walks, (some) => {
			const count = (key: string, holds: (step: Walked) => boolean) =>
				some.filter((walk) => walk.some((step) => step.key === key && holds(step))).length;
			const { steps, expected, kept } = paceOf(KEYS, some, TODAY);
			const over = ({ dueOn }: Walked) => dueOn !== null && dueOn < TODAY;

			expect(steps).toEqual(
				KEYS.map((key) => ({
					key,
					asked: count(key, () => true),
					reached: count(key, ({ state }) => state !== 'locked'),
					done: count(key, ({ state }) => state === 'done'),
					expected: count(key, ({ dueOn }) => dueOn !== null) === 0 ? null : count(key, over),
					kept: count(key, (step) => over(step) && step.state === 'done')
				}))
			);
			const all = some.flat().filter(over);
			expect([expected, kept]).toEqual([all.length, all.filter(({ state }) => state === 'done').length]);
		})
	);
});

test('nobody is expected to have done today what has today for its last day', () => {
	const walk: Walked[] = [{ key: 'a', state: 'open', dueOn: TODAY }];
	expect(paceOf(KEYS, [walk], TODAY).expected).toBe(0);
	expect(paceOf(KEYS, [walk], addDays(TODAY, 1)).expected).toBe(1);
});

test.each([
	['a task', { kind: 'task', key: 'task.2' }, routed, '2027-01-26'],
	['a task that no route has', { kind: 'task', key: 'task.2' }, fresh, null],
	['a final work that is done', { kind: 'final_work', key: 'final_work' }, published, '2027-02-26'],
	['a step without a day', { kind: 'survey', key: 'survey' }, fresh, null],
	[
		'a step with the cohort’s day',
		{ kind: 'survey', key: 'survey' },
		{ ...fresh, deadlines: { survey: '2027-02-25' } },
		'2027-02-25'
	]
] as const)('the last day of %s', (_, step, facts, day) => {
	expect(lastDayOf(step, facts)).toBe(day);
});
