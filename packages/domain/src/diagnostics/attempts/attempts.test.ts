import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, type FormDefinition } from '../../forms/index.ts';
import { diagnostic } from '../../golden/adhd.ts';
import { deficitCard } from '../deficit-card.ts';
import * as attempts from './index.ts';

const at = (time: string) => new Date(`2027-01-18T${time}Z`);
const unsigned = { internSignedAt: null, tutorSignedAt: null };
const beginning: attempts.Beginning = {
	stage: 'entry',
	rules: { ...attempts.NO_LIMITS, minutes: 30 },
	allowance: attempts.NO_ALLOWANCE,
	taken: [],
	card: null,
	lastModuleOpen: false
};
const over = (count: number) => Array.from({ length: count }, (_, n) => ({ number: n + 1, finished: true }));

/** The questions of the golden programme, a section for each deficit. */
const definition: FormDefinition = {
	key: 'diagnostic',
	title: 'Диагностика',
	sections: diagnostic.deficits.map((deficit) => ({
		key: deficit,
		fields: diagnostic.items
			.filter((item) => item.deficit === deficit)
			.map(({ key }) => ({ key, label: key, kind: 'shortText' as const }))
	}))
};

test('R123: at the end itself the time is over, a moment before it is not', () => {
	const endsAt = attempts.endOf({ startedAt: at('09:00:00'), minutes: 30 }, { minutes: 0 });
	expect(endsAt).toEqual(at('09:30:00'));
	expect(attempts.isOver(endsAt, at('09:29:59.999'))).toBe(false);
	expect(attempts.isOver(endsAt, at('09:30:00'))).toBe(true);
	expect(attempts.isOver(null, at('23:00:00'))).toBe(false);
	expect(attempts.endOf({ startedAt: at('09:00:00'), minutes: 30 }, { minutes: 15 })).toEqual(at('09:45:00'));
	expect(attempts.endOf({ startedAt: at('09:00:00'), minutes: null }, { minutes: 15 })).toBeNull();
});

test('R123: coming back never gives more time, however often and from wherever', () => {
	const moments = fc.array(fc.nat(7_200_000), { minLength: 1, maxLength: 20 });
	fc.assert(
		fc.property(fc.integer({ min: 5, max: 300 }), fc.nat(60), moments, (minutes, extra, visits) => {
			const startedAt = at('09:00:00');
			const left = visits
				.toSorted((one, two) => one - two)
				.map((after) => {
					const endsAt = attempts.endOf({ startedAt, minutes }, { minutes: extra });
					return { after, seconds: attempts.secondsLeft(endsAt, new Date(startedAt.getTime() + after))! };
				});
			left.forEach(({ after, seconds }, n) => {
				expect(after / 1000 + seconds).toBeLessThanOrEqual(Math.max(after / 1000, (minutes + extra) * 60));
				if (n > 0) expect(seconds).toBeLessThanOrEqual(left[n - 1]!.seconds);
			});
		})
	);
});

test('R90: the order of questions never changes the points', () => {
	const answers = fc.record(
		Object.fromEntries(
			diagnostic.items.map(({ key }) => [key, fc.constantFrom('a', 'b', 0, 1, 3, ['a', 'b', 'd'], null)])
		)
	);
	fc.assert(
		fc.property(fc.string(), answers, (seed, answer) => {
			const drawn = attempts.inOrderOf(definition, seed);
			const keys = fieldsOf(drawn).map(({ key }) => key);
			expect(keys.toSorted()).toEqual(diagnostic.items.map(({ key }) => key).toSorted());
			expect(attempts.inOrderOf(definition, seed)).toEqual(drawn);

			const filled = Object.fromEntries(keys.map((key) => [key, answer[key]]));
			expect(deficitCard(diagnostic, filled)).toEqual(deficitCard(diagnostic, answer));
		})
	);
	const first = ['1', '2', '3', '4', '5'].map(
		(seed) => fieldsOf(attempts.inOrderOf(definition, seed))[0]?.key
	);
	expect(new Set(first).size).toBeGreaterThan(1);
	expect(attempts.inOrderOf(definition, null)).toBe(definition);
});

test('an occasion names a stage and a number, and only these', () => {
	for (const stage of ['entry', 'exit'] as const)
		for (const number of [1, 2, 3, 9])
			expect(attempts.readOccasion(attempts.occasionOf(stage, number))).toEqual({ stage, number });
	expect(['attempt-1', 'attempt-10', 'exit-1', 'exit-', 'v1', ' '].map(attempts.readOccasion)).toEqual(
		Array(6).fill(null)
	);
	expect(attempts.occasionOf('entry', 1)).toBe('');
});

test.each<[string, Partial<attempts.Beginning>, number | string]>([
	['the first one by the clock', {}, 1],
	['without a clock there is nothing to begin', { rules: attempts.NO_LIMITS }, 'needs_no_beginning'],
	['one attempt is one attempt', { taken: over(1) }, 'no_attempts'],
	['the tutor’s addition counts', { taken: over(1), allowance: { minutes: 0, attempts: 1 } }, 2],
	['not two at a time', { taken: [{ number: 1, finished: false }] }, 'attempt_open'],
	['two are allowed', { rules: { ...attempts.NO_LIMITS, attempts: 2 }, taken: over(1), card: unsigned }, 2],
	[
		'R91: a card that somebody signed is not built anew',
		{
			rules: { ...attempts.NO_LIMITS, attempts: 2 },
			taken: over(1),
			card: { ...unsigned, internSignedAt: at('10:00:00') }
		},
		'card_signed'
	],
	['no repetition unless the leader wants it', { stage: 'exit', lastModuleOpen: true }, 'exit_closed'],
	[
		'nor before the last module',
		{ stage: 'exit', rules: { ...attempts.NO_LIMITS, exit: true } },
		'exit_not_yet'
	],
	[
		'the repetition is begun even without a clock, and on a signed card',
		{
			stage: 'exit',
			rules: { ...attempts.NO_LIMITS, exit: true },
			lastModuleOpen: true,
			card: { internSignedAt: at('10:00:00'), tutorSignedAt: at('10:00:00') }
		},
		1
	]
])('beginning: %s', (_, change, expected) => {
	const decided = attempts.mayBegin({ ...beginning, ...change });
	expect(decided.ok ? decided.value : decided.refusal.code).toBe(
		typeof expected === 'number' ? expected : `diagnosis.${expected}`
	);
});

test('which attempt counts: the last one that gave a card, or the best, the earlier of two equal ones', () => {
	const [good, poor] = ['a', 'b'].map((answer) => {
		const card = deficitCard({ ...diagnostic, maxUnanswered: 24 }, { 'D1-K': answer });
		return card.built ? card.rows : null;
	});
	const outcomes = [
		{ number: 1, rows: poor! },
		{ number: 3, rows: good! },
		{ number: 2, rows: good! },
		{ number: 4, rows: poor! },
		{ number: 5, rows: null }
	];
	expect(attempts.countingAttempt(outcomes, { counts: 'best' })?.number).toBe(2);
	expect(attempts.countingAttempt(outcomes, { counts: 'last' })?.number).toBe(4);
	expect(attempts.countingAttempt([{ number: 1, rows: null }], { counts: 'best' })).toBeNull();
});
