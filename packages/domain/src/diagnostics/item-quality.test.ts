import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnostic } from '../golden/adhd.ts';
import type { DiagnosticRules } from '../programmes/rules.ts';
import { LSAT } from '../psychometrics/example-lsat.ts';
import { countable, countedIn, diagnosisQuality, optionFigures, type ItemQuality } from './index.ts';

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

test('the published figures of LSAT-6 come out of answers to a diagnosis: shares, KR-20 .295', () => {
	const five: DiagnosticRules = { ...rules, items: rules.items.slice(0, 5) };
	const answers = LSAT.map((person) =>
		Object.fromEntries(five.items.map(({ key }, n) => [key, person[n] ? 'a' : 'b']))
	);
	const { tested, items } = diagnosisQuality(five, answers)!;
	expect(items.map(({ share }) => share)).toEqual(
		[0.924, 0.709, 0.553, 0.763, 0.87].map((share) => expect.closeTo(share, 9))
	);
	expect(tested.alpha).toBeCloseTo(0.295, 3);
	expect(items.every(({ alphaWithout }) => alphaWithout !== null && alphaWithout < 0.3)).toBe(true);
});

test('options: shares of all who are counted; a wrong one that nobody takes or that draws the able is named', () => {
	const two: DiagnosticRules = { ...rules, items: rules.items.slice(1, 4) };
	const offered = { plain: ['a', 'b', 'c', 'd'], fair: ['a', 'b'], good: ['a', 'b'] };
	/** Eight who fail everywhere else take the right one of «plain», eight of the able take «c», four take «b». */
	const group = (count: number) =>
		Array.from({ length: count }, (_, n) => {
			const isAble = n % 5 >= 3;
			const other = isAble ? 'a' : 'b';
			return { plain: isAble ? 'c' : n % 5 === 0 ? 'b' : 'a', fair: other, good: other };
		});
	const figures = (count: number) =>
		optionFigures(two, group(count), offered)
			.get('plain')!
			.map(({ value, share, right, flag }) => [value, share, right, flag]);
	expect(figures(20)).toEqual([
		['a', 0.4, true, null],
		['b', 0.2, false, null],
		['c', 0.4, false, 'draws_the_able'],
		['d', 0, false, 'never_chosen']
	]);
	expect(figures(15).map(([, , , flag]) => flag)).toEqual([null, null, null, null]);
});

test('R167: what is told of a cohort and of all never differs by one, two, three or four people', () => {
	const who = fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 40 });
	fc.assert(
		fc.property(who, (cohorts) => {
			const sent = cohorts.map((cohort, n) => ({ cohort, n }));
			const all = new Set(countedIn(sent));
			const parts = ['A', 'B', 'C'].map((cohort) => countedIn(sent.filter((one) => one.cohort === cohort)));
			expect(parts.flat().every((one) => all.has(one))).toBe(true);
			for (const part of parts) expect((all.size - part.length) % 5).toBe(0);
			for (let upTo = 0; upTo < sent.length; upTo++) {
				const before = countedIn(sent.slice(0, upTo));
				expect(before.every((one) => all.has(one)) && (all.size - before.length) % 5).toBe(0);
			}
		})
	);
});
