import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupTraces, inFives, tasksFor, type TracedPerson } from './index.ts';

const level = fc.constantFrom('none' as const, 'partial' as const, 'expressed' as const);
const levels = fc.record({ D1: level, D2: level });
const some = fc.uniqueArray(fc.constantFrom('D1', 'D2'));
const person: fc.Arbitrary<TracedPerson> = fc.record({
	before: levels,
	after: fc.option(levels),
	...{ planned: some, accepted: some, improved: fc.option(fc.boolean()) }
});

test('R167: every step is told in whole fives or not at all, and never of more people than had the deficit', () => {
	fc.assert(
		fc.property(fc.array(person, { maxLength: 40 }), (people) => {
			for (const trace of groupTraces(['D1', 'D2'], people)) {
				const { carded, needed, planned, accepted, posted, improved } = trace;
				expect(carded % 5).toBe(0);
				expect(needed).toBeLessThanOrEqual(carded);
				for (const step of [planned, accepted, posted, improved])
					expect(step === null || (step % 5 === 0 && step > 0 && step <= needed)).toBe(true);
			}
		})
	);
});

test('R167: whoever comes after whole fives changes nothing until there is one five more', () => {
	fc.assert(
		fc.property(
			fc
				.integer({ min: 0, max: 5 })
				.chain((fives) =>
					fc.tuple(
						fc.array(person, { minLength: fives * 5, maxLength: fives * 5 }),
						fc.array(person, { maxLength: 4 })
					)
				),
			([whole, late]) => {
				expect(groupTraces(['D1'], [...whole, ...late])).toEqual(groupTraces(['D1'], whole));
			}
		)
	);
});

test('a count below five is not told, and others are cut to fives', () => {
	expect([0, 4, 5, 9, 10, 14].map(inFives)).toEqual([null, null, 5, 5, 10, 10]);
});

test('tasks of the route answer a deficit as the programme binds them, those made for it first', () => {
	const task = (key: string, role: 'primary' | 'secondary', deficit = 'D1') => ({
		...{ key, title: key, tryout_required: key === 'a' },
		deficits: [{ key: deficit, role }]
	});
	const tasks = [
		task('a', 'primary'),
		task('b', 'secondary'),
		task('c', 'primary', 'D2'),
		task('d', 'primary')
	];
	const sent = [{ id: 's', task: 'a', state: 'accepted' as const, sentAt: new Date(0) }];
	expect(tasksFor('D1', tasks, ['b', 'c', 'a'], sent)).toEqual([
		{
			...{ task: 'a', title: 'a', role: 'primary', tryout: true },
			sent: { id: 's', state: 'accepted', sentAt: new Date(0) }
		},
		{ task: 'b', title: 'b', role: 'secondary', tryout: false, sent: null }
	]);
});
