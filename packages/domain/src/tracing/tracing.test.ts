import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupTraces, tasksFor, type TracedPerson } from './index.ts';

const level = fc.constantFrom('none' as const, 'partial' as const, 'expressed' as const);
const levels = fc.record({ D1: level, D2: level });
const some = fc.uniqueArray(fc.constantFrom('D1', 'D2'));
const person: fc.Arbitrary<TracedPerson> = fc.record({
	before: levels,
	after: fc.option(levels),
	...{ planned: fc.option(some), accepted: fc.option(some), improved: fc.option(fc.boolean()) }
});

const STEPS = ['planned', 'accepted', 'improved'] as const;

test('R167: a step is told of fives that have all come through it, and never of more people than had the deficit', () => {
	fc.assert(
		fc.property(fc.array(person, { maxLength: 40 }), (people) => {
			for (const { carded, needed, planned, accepted, posted, improved } of groupTraces(
				['D1', 'D2'],
				people
			)) {
				expect(carded % 5).toBe(0);
				for (const step of [planned, accepted, posted, improved])
					expect(step ?? 0).toBeLessThanOrEqual(needed);
				expect(improved ?? 0).toBeLessThanOrEqual(posted ?? 0);
			}
		})
	);
});

test('R167: while somebody of a five has not come through a step, the other four change nothing by coming through', () => {
	fc.assert(
		fc.property(
			fc.array(person, { minLength: 5, maxLength: 5 }),
			fc.constantFrom(...STEPS),
			fc.nat(4),
			some,
			(five, step, late, done) => {
				const waiting = five.map((one, n) => (n === late ? { ...one, [step]: null } : one));
				const others = waiting.map((one, n) =>
					n === late || one[step] !== null ? one : { ...one, [step]: step === 'improved' ? true : done }
				);
				expect(groupTraces(['D1', 'D2'], others)).toEqual(groupTraces(['D1', 'D2'], waiting));
			}
		)
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
