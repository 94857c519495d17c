import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { figureWords, type Counted } from '../indicators/index.ts';
import {
	arrange,
	COMPARISONS,
	faultsOf,
	looksLikeFormula,
	MEASURE_KEYS,
	measureOf,
	measuresFor,
	neutral,
	nextSending,
	spanOf,
	spansOf,
	spanTitle,
	SUBJECTS,
	type Rhythm,
	type SummaryDefinition
} from './index.ts';

const NOWHERE = { sites: [], municipalities: [], regulations: [], programmes: [] };
const plain: SummaryDefinition = {
	subject: 'site',
	measures: ['completion', 'enrolled'],
	period: { kind: 'school_year', back: 0 },
	comparison: 'none',
	filters: NOWHERE,
	sort: { by: 'title', order: 'up' },
	chart: 'none'
};
const codes = (change: Partial<SummaryDefinition>) =>
	faultsOf({ ...plain, ...change }).map(({ code }) => code);

test('a definition that means nothing is refused with the place of the fault', () => {
	expect(codes({})).toEqual([]);
	expect(codes({ measures: [] })).toEqual(['summary.no_measures']);
	expect(codes({ measures: ['completion', 'completion'] })).toEqual(['summary.measure_twice']);
	expect(codes({ subject: 'cohort', measures: ['plan_done'] })).toEqual(['summary.measure_not_of_subject']);
	expect(codes({ measures: ['plan_done'], filters: { ...NOWHERE, programmes: ['p'] } })).toEqual([
		'summary.measure_not_of_subject'
	]);
	expect(codes({ measures: measuresFor(plain).map(({ key }) => key), comparison: 'years' })).toEqual([
		'summary.too_wide'
	]);
	expect(codes({ sort: { by: 'products', order: 'up' } })).toEqual(['summary.sort_not_shown']);
	expect(codes({ pictured: 'enrolled' })).toEqual([]);
	expect(codes({ pictured: 'products' })).toEqual(['summary.picture_not_shown']);
	expect(codes({ chart: 'lines' })).toEqual(['summary.lines_need_years']);
	expect(codes({ period: { kind: 'days', from: '2027-02-01', to: '2027-01-01' } })).toEqual([
		'monitoring.period_backwards'
	]);
	const marked = (count: number) =>
		faultsOf({ ...plain, filters: { ...NOWHERE, sites: Array.from({ length: count }, String) } });
	expect(marked(40)).toEqual([]);
	expect(marked(41)).toEqual([{ field: 'sites', code: 'summary.too_many', limit: 40 }]);
	for (const [days, field] of [
		[{ from: '', to: '' }, 'from'],
		[{ from: '2027-01-01', to: '' }, 'to']
	] as const)
		expect(faultsOf({ ...plain, period: { kind: 'days', ...days } })).toEqual([
			{ field, code: 'summary.day_missing' }
		]);
});

test('chosen days stand beside the same days of three earlier years; 29 February beside the 28th', () => {
	const year = fc.integer({ min: 1990, max: 2090 });
	const days = fc.tuple(year, fc.nat(364), fc.nat(500)).map(([first, at, length]) => {
		const from = addDays(`${first}-01-01`, at);
		return { from, to: addDays(from, length) };
	});
	const monthAndDay = (day: string) => day.slice(5).replace('02-29', '02-28');
	fc.assert(
		fc.property(days, (own) => {
			const spans = spansOf({ period: { kind: 'days', ...own }, comparison: 'years' }, '2027-01-18');
			expect(spans.at(-1)).toEqual(own);
			spans.forEach((span, n) => {
				for (const end of ['from', 'to'] as const) {
					expect(Number(own[end].slice(0, 4)) - Number(span[end].slice(0, 4))).toBe(3 - n);
					expect(monthAndDay(span[end])).toBe(monthAndDay(own[end]));
				}
			});
		})
	);
	const leap = { kind: 'days' as const, from: '2024-02-01', to: '2024-02-29' };
	expect(spansOf({ period: leap, comparison: 'years' }, '2027-01-18').map(({ to }) => to)).toEqual([
		...['2021-02-28', '2022-02-28', '2023-02-28', '2024-02-29']
	]);
});

test('every measure may stand somewhere, and what belongs to deficits, tutors or schools stands with them alone', () => {
	const everywhere = new Set(
		SUBJECTS.flatMap((subject) => measuresFor({ subject, filters: NOWHERE }).map(({ key }) => key))
	);
	expect([...everywhere].toSorted()).toEqual([...MEASURE_KEYS].toSorted());
	for (const subject of SUBJECTS)
		for (const { of, key } of measuresFor({ subject, filters: NOWHERE })) {
			expect(of === 'deficits').toBe(subject.startsWith('deficit'));
			expect(of === 'schools').toBe(subject === 'school');
			expect(of === 'tutors').toBe(subject === 'tutor' && key !== 'tutor_response');
		}
});

test('R130: what is told of schools is narrowed by their municipality alone', () => {
	const school = { subject: 'school', measures: ['school_participation'] } as const;
	const narrowed = (filters: Partial<SummaryDefinition['filters']>) =>
		faultsOf({ ...plain, ...school, measures: [...school.measures], filters: { ...NOWHERE, ...filters } });
	expect(narrowed({ municipalities: ['m'] })).toEqual([]);
	expect(narrowed({ sites: ['s'] })).toEqual([{ field: 'sites', code: 'summary.filter_not_of_subject' }]);
});

test('a year lies so many years back from the day of reading, and has a short name', () => {
	expect(spanOf({ kind: 'school_year', back: 1 }, '2027-01-18')).toEqual({
		from: '2025-09-01',
		to: '2026-08-31'
	});
	expect(spanOf({ kind: 'calendar_year', back: 2 }, '2026-06-01')).toEqual({
		from: '2024-01-01',
		to: '2024-12-31'
	});
	expect(spansOf({ ...plain, comparison: 'years' }, '2027-01-18').map(spanTitle)).toEqual([
		'2023/24',
		'2024/25',
		'2025/26',
		'2026/27'
	]);
	expect(spanTitle({ from: '2026-01-01', to: '2026-12-31' })).toBe('2026');
	expect(spanTitle({ from: '2026-10-01', to: '2026-10-31' })).toBe('01.10.2026–31.10.2026');
});

const counts = fc.record({ part: fc.nat(40), more: fc.nat(40), people: fc.integer({ min: 5, max: 80 }) });

test('a total is counted from parts and wholes of everybody, never an average of shares; few have no number', () => {
	fc.assert(
		fc.property(fc.array(counts, { minLength: 2, maxLength: 9 }), (made) => {
			const of = (index: number): Counted => {
				const { part, more, people } = made[index]!;
				return { part, whole: part + more, people };
			};
			const all = made.reduce(
				(sum, { part, more, people }) => ({
					...{ part: sum.part + part, whole: sum.whole + part + more },
					people: sum.people + people
				}),
				{ part: 0, whole: 0, people: 0 }
			);
			const things = made.map((_, index) => ({ key: String(index), title: `П ${index}`, note: null }));
			const table = arrange(plain, {
				spans: spansOf(plain, '2027-01-18'),
				things,
				counted: (thing) => (thing === null ? all : of(Number(thing)))
			});
			const [share, enrolled] = table.total ?? [];
			if (all.whole > 0)
				expect(share).toMatchObject({ value: Math.round((all.part * 1000) / all.whole) / 10 });
			expect(enrolled).toMatchObject({ value: all.whole });
			expect(
				table.rows.reduce((sum, { cells: [, cell] }) => sum + (cell as { value: number }).value, 0)
			).toBe(all.whole);
		})
	);
	const few = arrange(plain, {
		spans: spansOf(plain, '2027-01-18'),
		things: [{ key: 'a', title: 'А', note: null }],
		counted: () => ({ part: 3, whole: 4, people: 4 })
	});
	expect(few.rows[0]?.cells).toEqual([{ kind: 'few' }, { kind: 'few' }]);
	expect(few.total).toBeNull();
});

test('rows stand in the order of the last period, those without a figure last either way', () => {
	const values: Record<string, number | null> = { А: 20, Б: null, В: 90 };
	const titles = (order: 'up' | 'down') =>
		arrange(
			{ ...plain, comparison: 'previous', sort: { by: 'completion', order } },
			{
				spans: spansOf({ ...plain, comparison: 'previous' }, '2027-01-18'),
				things: Object.keys(values).map((key) => ({ key, title: key, note: null })),
				counted: (thing, span) =>
					thing === null || values[thing] == null || span === 0
						? { part: 50, whole: 100, people: span === 0 ? 100 : 0 }
						: { part: values[thing], whole: 100, people: 100 }
			}
		).rows.map(({ title }) => title);
	expect(titles('up')).toEqual(['А', 'В', 'Б']);
	expect(titles('down')).toEqual(['В', 'А', 'Б']);
});

test('what is counted today is not told of years past', () => {
	const definition: SummaryDefinition = {
		...{ ...plain, subject: 'deficit', measures: ['deficit_seats'], comparison: COMPARISONS[1] }
	};
	const { rows } = arrange(definition, {
		spans: spansOf(definition, '2027-01-18'),
		things: [{ key: 'd', title: 'Д', note: null }],
		counted: () => ({ part: 7, whole: 7, people: 0 })
	});
	expect(rows[0]?.cells).toEqual([{ kind: 'few' }, { kind: 'value', value: 7, part: 7, whole: 7 }]);
});

test('numbers are written as people read them', () => {
	const value = { kind: 'value', value: 61.5, part: 8, whole: 13 } as const;
	expect(figureWords(measureOf('completion'), value)).toBe('61,5\u00a0%');
	expect(figureWords(measureOf('tutor_response'), { ...value, value: 3 })).toBe('3\u00a0ч');
	expect(figureWords(measureOf('enrolled'), { kind: 'few' })).toBe('мало данных');
});

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
	fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
	fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }) })
);

test('the next letter comes after today, within its rhythm, and every day of it once', () => {
	fc.assert(
		fc.property(rhythm, day, (kind, after) => {
			const next = nextSending(kind, after)!;
			expect(next > after).toBe(true);
			expect(next <= addDays(after, kind.kind === 'weekly' ? 7 : 31)).toBe(true);
			expect(nextSending(kind, addDays(next, -1))).toBe(next);
		})
	);
	expect(nextSending({ kind: 'monthly', day: 31 }, '2027-02-10')).toBe('2027-02-28');
	expect(nextSending({ kind: 'weekly', weekday: 1 }, '2027-01-18')).toBe('2027-01-25');
	expect(nextSending({ kind: 'once', on: '2027-01-18' }, '2027-01-18')).toBeNull();
});

test('no text of a file without types begins a formula, and other text stays as it is', () => {
	const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠');
	fc.assert(
		fc.property(
			fc.string({ maxLength: 3 }).map((text) => text.replace(/\S/g, '')),
			starts,
			fc.string(),
			(spaces, start, rest) => {
				expect(neutral(spaces + start + rest).startsWith("'")).toBe(true);
			}
		)
	);
	expect(neutral('Школа № 2')).toBe('Школа № 2');
	expect(looksLikeFormula('1-я площадка')).toBe(false);
});
