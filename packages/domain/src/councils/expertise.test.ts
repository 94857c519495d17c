import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validate } from '../forms/index.ts';
import {
	criteriaFaults,
	expertiseResult,
	percentOf,
	reaches,
	recommendationOf,
	reviewForm,
	scoreOf,
	settleExpertise,
	type Criterion
} from './index.ts';

const levels = (count: number) => Array.from({ length: count }, (_, n) => `уровень ${n}`);
const criterion = (key: string, weight: number, count: number): Criterion => ({
	...{ key, title: key, weight, levels: levels(count) }
});
const CRITERIA = [criterion('c1', 1, 3), criterion('c2', 3, 4)];

test('R5: a criterion counts by its weight, however many levels it has', () => {
	expect(percentOf(scoreOf(CRITERIA, { c1: 2, c2: 0 }))).toBe(25);
	expect(percentOf(scoreOf(CRITERIA, { c1: 0, c2: 3 }))).toBe(75);
	expect(percentOf(scoreOf(CRITERIA, { c1: 1, c2: 1 }))).toBe(37.5);
});

test('R5: the threshold is reached exactly at its edge', () => {
	const thirds = [criterion('c', 1, 4)];
	expect(recommendationOf(thirds, 66, { c: 2 })).toBe('positive');
	expect(recommendationOf(thirds, 67, { c: 2 })).toBe('negative');
	expect(recommendationOf([criterion('c', 7, 11)], 70, { c: 7 })).toBe('positive');
});

const anyCriteria = fc
	.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 2, max: 11 })), {
		minLength: 1,
		maxLength: 6
	})
	.map((rows) => rows.map(([weight, count], n) => criterion(`c${n}`, weight, count)));

test('R5: all lowest levels are nothing, all highest are everything, and a higher level never lowers the score', () => {
	fc.assert(
		fc.property(anyCriteria, fc.nat(5), fc.integer({ min: 1, max: 100 }), (criteria, place, threshold) => {
			const all = (value: (c: Criterion) => number) =>
				Object.fromEntries(criteria.map((one) => [one.key, value(one)]));
			const middle = all(({ levels }) => Math.floor(levels.length / 2));
			const raised = criteria[place % criteria.length]!;
			const more = { ...middle, [raised.key]: raised.levels.length - 1 };

			expect(criteriaFaults(criteria, threshold)).toEqual([]);
			expect(
				percentOf(
					scoreOf(
						criteria,
						all(() => 0)
					)
				)
			).toBe(0);
			expect(
				percentOf(
					scoreOf(
						criteria,
						all(({ levels }) => levels.length - 1)
					)
				)
			).toBe(100);
			expect(scoreOf(criteria, more).top).toBeGreaterThanOrEqual(scoreOf(criteria, middle).top);
			expect(
				reaches(
					scoreOf(
						criteria,
						all(({ levels }) => levels.length - 1)
					),
					threshold
				)
			).toBe(true);
		})
	);
});

test('R5: there is no result until everybody has submitted, and none without reviewers', () => {
	const terms = { criteria: CRITERIA, threshold: 50, rule: 'majority' } as const;
	const good = { c1: 2, c2: 3 };
	expect(expertiseResult(terms, { assigned: 0, submitted: [] })).toBe(null);
	expect(expertiseResult(terms, { assigned: 2, submitted: [good] })).toBe(null);
	expect(expertiseResult(terms, { assigned: 2, submitted: [good, good] })).toMatchObject({
		result: 'positive',
		positive: 2
	});
});

test('R5: the council’s rule decides between most recommendations and the mean', () => {
	const submitted = [
		{ c1: 2, c2: 3 },
		{ c1: 1, c2: 1 },
		{ c1: 1, c2: 1 }
	];
	const by = (rule: 'majority' | 'mean') =>
		expertiseResult({ criteria: CRITERIA, threshold: 50, rule }, { assigned: 3, submitted })?.result;
	expect([by('majority'), by('mean')]).toEqual(['negative', 'positive']);
});

const apart = [
	{ c1: 2, c2: 3 },
	{ c1: 0, c2: 0 }
];

test('R5: as many for as against decides nothing by most reviews; the mean reaches its threshold or does not', () => {
	const by = (rule: 'majority' | 'mean', threshold: number) =>
		expertiseResult({ criteria: CRITERIA, threshold, rule }, { assigned: 2, submitted: apart });
	expect(by('majority', 60)).toMatchObject({ result: 'split', positive: 1, negative: 1 });
	expect([by('mean', 50)?.result, by('mean', 51)?.result]).toEqual(['positive', 'negative']);
});

test('R5: a split expertise goes to the council that votes; where none does, who presides gives a word and a reason', () => {
	const split = { result: 'split', positive: 1, negative: 1 } as const;
	const word = { result: 'positive', reason: ' Второй эксперт не учёл приложение. ' } as const;
	expect(settleExpertise(split, 'council', { presides: 'chair', word: null })).toMatchObject({
		value: { result: 'split', castBy: null }
	});
	expect(settleExpertise(split, 'chair', { presides: 'chair', word })).toEqual({
		ok: true,
		value: { result: 'positive', castBy: 'chair', castReason: 'Второй эксперт не учёл приложение.' }
	});
	const refusals = [
		settleExpertise(split, 'chair', { presides: 'chair', word: null }),
		settleExpertise(split, 'chair', { presides: null, word }),
		settleExpertise(split, 'chair', { presides: 'chair', word: { ...word, reason: 'да' } }),
		settleExpertise(split, 'council', { presides: 'chair', word }),
		settleExpertise({ ...split, result: 'negative' }, 'chair', { presides: 'chair', word })
	];
	expect(refusals.map((one) => (one.ok ? 'ok' : one.refusal.code))).toEqual([
		'expertise.word_needed',
		'expertise.nobody_presides',
		'expertise.reason_missing',
		'expertise.word_not_needed',
		'expertise.word_not_needed'
	]);
});

test('R5: a result never depends on the order of reviews, and a refusal never comes from as many for as against', () => {
	const scores = fc.array(fc.record({ c1: fc.nat(2), c2: fc.nat(3) }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(scores, fc.integer({ min: 1, max: 100 }), (submitted, threshold) => {
			const terms = { criteria: CRITERIA, threshold, rule: 'majority' } as const;
			const found = expertiseResult(terms, { assigned: submitted.length, submitted });
			const back = expertiseResult(terms, { assigned: submitted.length, submitted: submitted.toReversed() });
			expect(back).toEqual(found);
			expect(found?.result === 'split').toBe(found?.positive === found?.negative);
			if (found?.result === 'negative') expect(found.negative).toBeGreaterThan(found.positive);
		})
	);
});

test('criteria name each of their faults with its place', () => {
	const faulty = [criterion('a', 0, 1), { ...criterion('a', 1, 2), title: ' ', levels: ['да', ' '] }];
	expect(criteriaFaults(faulty, 0).map(({ code, field }) => `${code} ${field}`)).toEqual([
		'criteria.bad_threshold threshold',
		'criteria.bad_weight criteria.0.weight',
		'criteria.too_few_levels criteria.0.levels',
		'criteria.title_missing criteria.1.title',
		'criteria.key_twice criteria.1.title',
		'criteria.level_without_words criteria.1.levels'
	]);
	expect(criteriaFaults([], 50).map(({ code }) => code)).toEqual(['criteria.none']);
});

test('a criterion of the sheet says each level by number and words, its maximum and its weight', () => {
	const [field] = reviewForm([{ key: 'c', title: 'Ресурсы', weight: 3, levels: ['нет', 'есть'] }])
		.sections[0]!.fields;
	expect(field).toMatchObject({
		...{ label: 'Ресурсы', hint: 'Наибольший балл 1, вес критерия 3.' },
		levels: [
			{ value: 0, label: '0 – нет' },
			{ value: 1, label: '1 – есть' }
		]
	});
});

test('the sheet of a review asks for every criterion and for a conclusion', () => {
	const form = reviewForm(CRITERIA);
	expect(validate(form, {}, 'final').map(({ path }) => path)).toEqual(['c1', 'c2', 'comment']);
	expect(validate(form, { c1: 3, c2: 0, comment: 'Всё обосновано, замечаний нет.' }, 'final')).toMatchObject([
		{ path: 'c1' }
	]);
});
