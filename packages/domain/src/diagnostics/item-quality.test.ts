import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnostic } from '../golden/adhd.ts';
import type { DiagnosticRules } from '../programmes/rules.ts';
import { countable, diagnosisQuality, type ItemQuality } from './index.ts';

/** Six questions and two self-assessments; of a question `a` is right. */
const rules: DiagnosticRules = {
	...diagnostic,
	items: [
		...['easy', 'plain', 'fair', 'good', 'odd', 'same'].map((key) => ({
			key,
			deficit: 'D1',
			kind: 'knowledge' as const,
			max: 2,
			type: 'single_choice' as const,
			correct: 'a'
		})),
		...['self', 'also'].map((key) => ({
			key,
			deficit: 'D1',
			kind: 'self_assessment' as const,
			max: 3,
			type: 'scale' as const,
			values: [0, 1, 2, 3]
		}))
	]
};

/** Better people come later; the odd question is got by those who fail in the others. */
function people(count: number): Record<string, unknown>[] {
	const answer = (isRight: boolean) => (isRight ? 'a' : 'b');
	return Array.from({ length: count }, (_, n) => {
		const place = n / count;
		return {
			easy: answer(n > 0),
			plain: answer(place > 0.3),
			fair: answer(place > 0.5),
			good: answer(place > 0.7),
			odd: answer(place < 0.4),
			same: 'b',
			self: 3,
			also: n % 4
		};
	});
}

function flagsOf(count: number): Record<string, ItemQuality['flags']> {
	const { items } = diagnosisQuality(rules, people(count))!;
	return Object.fromEntries(items.map(({ key, flags }) => [key, flags]));
}

test('an item that is too easy, one against the others and one that says nothing are named, good ones are not', () => {
	expect(flagsOf(40)).toEqual({
		easy: ['too_easy'],
		plain: [],
		fair: [],
		good: [],
		odd: ['against_others'],
		same: ['always_same', 'too_hard'],
		self: ['always_same'],
		also: []
	});
	const { items, tested, said } = diagnosisQuality(rules, people(40))!;
	expect(items.map(({ share }) => share)).toEqual([
		...[0.975, 0.675, 0.475, 0.275, 0.4, 0, 1].map((share) => expect.closeTo(share, 9)),
		0.5
	]);
	expect(items[4]).toMatchObject({ advice: 'remove' });
	expect([tested.items, tested.max, said.items, said.max]).toEqual([6, 12, 2, 6]);
	expect(tested.error).toBeGreaterThan(0);
});

test('below twenty people nothing is said of relations, below five nothing at all (R167)', () => {
	expect(flagsOf(19)['odd']).toEqual([]);
	expect(diagnosisQuality(rules, people(19))).toMatchObject({ tested: { alpha: null, error: null } });
	expect(flagsOf(20)['odd']).toEqual(['against_others']);
	expect([diagnosisQuality(rules, people(5)) === null, diagnosisQuality(rules, people(4))]).toEqual([
		false,
		null
	]);
});

test('R167: whoever is counted is counted with four others', () => {
	expect([0, 4, 5, 9, 10, 23].map(countable)).toEqual([0, 0, 5, 5, 10, 20]);
});

test('R90: nothing that was sent breaks the figures', () => {
	const given = fc.dictionary(fc.constantFrom('easy', 'self', 'odd', 'x'), fc.anything());
	fc.assert(
		fc.property(fc.array(given, { minLength: 5, maxLength: 30 }), (answers) => {
			for (const { share, itemRest } of diagnosisQuality(rules, answers)!.items) {
				expect(share >= 0 && share <= 1).toBe(true);
				expect(itemRest === null || Math.abs(itemRest) <= 1 + 1e-9).toBe(true);
			}
		})
	);
});
