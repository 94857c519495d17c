import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	deficitSums,
	figureOf,
	firstFives,
	fivesTogether,
	indicatorOf,
	inFives,
	INDICATORS,
	isToldOn,
	medianOf,
	schoolYearAround,
	spanBefore,
	spansUntil,
	standing
} from './index.ts';

const completion = indicatorOf('completion');

test('every indicator says what it is, how it is counted and where from', () => {
	for (const { title, formula, source } of INDICATORS)
		expect([title, formula, source].every((words) => words.length > 5)).toBe(true);
	expect(INDICATORS.filter(({ target }) => target !== null).map(({ key, target }) => [key, target])).toEqual([
		['products', 5],
		['local_acts', 4]
	]);
});

test('R131: completion is told of a cohort from the day after its last; what was done is told at once', () => {
	const days = ['2026-11-22', '2026-11-23', '2026-11-24'].map((endsOn) => ({ endsOn }));
	expect(days.map((cohort) => isToldOn('2026-11-23', 'completion', cohort))).toEqual([true, false, false]);
	for (const key of ['tasks_in_time', 'tutor_response', 'nps', 'deficit_reduction'] as const)
		expect(days.every((cohort) => isToldOn('2026-11-23', key, cohort))).toBe(true);
});

test('under five people there is a word and no figure', () => {
	expect(figureOf(completion, { part: 3, whole: 4, people: 4 })).toEqual({ kind: 'few' });
	expect(figureOf(completion, { part: 2, whole: 6, people: 6 })).toMatchObject({ value: 33.3 });
	expect(figureOf(indicatorOf('products'), { part: 1, whole: 1, people: 0 })).toMatchObject({ value: 1 });
	expect(figureOf(indicatorOf('plan_done'), { part: 0, whole: 0, people: 0 })).toEqual({ kind: 'few' });
});

test('readiness to recommend is a difference of shares, and may be below zero', () => {
	const nps = indicatorOf('nps');
	expect(figureOf(nps, { part: -2, whole: 5, people: 5 })).toMatchObject({ value: -40 });
	expect(figureOf(nps, { part: 5, whole: 10, people: 10 })).toMatchObject({ value: 50 });
	expect(figureOf(nps, { part: 4, whole: 4, people: 4 })).toEqual({ kind: 'few' });
});

test('a shorter answer is better, a smaller share is worse', () => {
	const value = (value: number) => ({ kind: 'value' as const, value, part: 0, whole: 0 });
	expect(standing(indicatorOf('tutor_response'), value(3), value(9))).toBe('better');
	expect(standing(completion, value(3), value(9))).toBe('worse');
	expect(standing(completion, value(3), { kind: 'few' })).toBeNull();
});

test('the median of a spread is the median of its values', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (values) => {
			const spread = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
				...{ value, count: all.length }
			}));
			const ordered = values.toSorted((one, other) => one - other);
			expect(medianOf(spread)).toBe(ordered[Math.ceil(ordered.length / 2) - 1]);
		})
	);
	expect(medianOf([])).toBeNull();
});

test('periods go back by themselves', () => {
	expect(schoolYearAround('2027-01-18')).toEqual({ from: '2026-09-01', to: '2027-08-31' });
	expect(spanBefore({ from: '2027-09-01', to: '2028-08-31' })).toEqual({
		from: '2026-09-01',
		to: '2027-08-31'
	});
	expect(spanBefore({ from: '2027-03-01', to: '2027-03-10' })).toEqual({
		from: '2027-02-19',
		to: '2027-02-28'
	});
	expect(spansUntil({ from: '2026-09-01', to: '2027-08-31' }, 3).map(({ from }) => from)).toEqual([
		'2024-09-01',
		'2025-09-01',
		'2026-09-01'
	]);
});

/** People come to cohorts of sites one after the other. */
const history = fc.array(fc.record({ cohort: fc.nat(5) }), { maxLength: 60 });
/** A look: how many had come by then, and which cohorts a place and a period choose. */
const looks = fc.array(fc.record({ by: fc.nat(60), cohorts: fc.uniqueArray(fc.nat(5), { minLength: 1 }) }), {
	minLength: 1,
	maxLength: 12
});

test('R167: no sequence of requests, put together in any way, comes down to fewer than five people', () => {
	fc.assert(
		fc.property(history, looks, (coming, asked) => {
			const people = coming.map(({ cohort }, at) => ({ id: String(at), at, cohort }));
			const told = asked.map(({ by, cohorts }) => {
				const there = Map.groupBy(people.slice(0, by), ({ cohort }) => cohort);
				return new Set(cohorts.flatMap((one) => firstFives(there.get(one) ?? []).map(({ id }) => id)));
			});
			/** Whom no request tells apart: every sum or difference of answers is made of these. */
			const alike = Map.groupBy(people, ({ id }) => told.map((one) => Number(one.has(id))).join(''));
			for (const [seen, group] of alike)
				if (seen.includes('1')) expect(group.length).toBeGreaterThanOrEqual(5);
		})
	);
});

const card = fc.record({
	before: fc.constantFrom('none' as const, 'partial' as const, 'expressed' as const),
	after: fc.option(fc.constantFrom('none' as const, 'partial' as const, 'expressed' as const))
});

test('R167: needs and effects of a deficit are told of the same fives', () => {
	fc.assert(
		fc.property(fc.array(card, { maxLength: 23 }), (cards) => {
			const pairs = cards.map(({ before, after }) => ({
				before: { D1: before },
				after: after === null ? null : { D1: after }
			}));
			const [sums] = deficitSums(['D1'], pairs);
			expect([sums?.carded ?? 0, sums?.repeated ?? 0].map((people) => people % 5)).toEqual([0, 0]);
			expect(sums?.needed).toBe(
				cards.slice(0, cards.length - (cards.length % 5)).filter(({ before }) => before !== 'none').length
			);
			expect(sums?.reduced).toBeLessThanOrEqual(sums?.before ?? 0);
		})
	);
});

test('R167: parts that a reader adds and takes away are told in fives each, so no choice of them comes down to fewer', () => {
	expect(fivesTogether([4, 1])).toBeNull();
	expect(fivesTogether([9, 6, 4])).toBe(10);
	fc.assert(
		fc.property(fc.array(fc.nat(60), { maxLength: 12 }), fc.nat(60), (parts, one) => {
			const change = (fivesTogether([...parts, one]) ?? 0) - (fivesTogether(parts) ?? 0);
			expect(change).toBe(inFives(one) ?? 0);
		})
	);
});
