import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bars, heatMap, lines, onPaper, timeline } from './index.ts';
import { daysFrom, monthsIn, placeOf } from './timeline.ts';

const told = { title: 'Доля <завершивших>', description: 'Площадки "по убыванию" & среднее' };
const drawn = () => [
	bars({
		...told,
		rows: [
			{ label: '<script>alert(1)</script>', value: 83.2, text: '{b} 83,2 %' },
			{ label: 'Школа № 2', value: null, text: 'мало данных' }
		],
		mark: { value: 61, text: 'среднее 61 %' }
	}),
	lines({
		...told,
		points: ['2025/26', '2026/27'],
		series: [
			{ label: 'Площадка', values: [null, 70] },
			{ label: 'Регион', values: [40, 50] }
		]
	}),
	heatMap({ ...told, columns: ['Приозёрск'], rows: [{ label: 'Обратная связь', values: [7] }] }),
	timeline({
		...{ ...told, from: '2026-09-01', to: '2027-08-31', monthName: (month: number) => `м${month}` },
		rows: [
			{ label: 'Семинар {a}', from: '2026-10-05', to: '2026-10-05', tone: 'done', text: 'проведено' },
			{ label: 'Мастер-класс', from: '2026-11-01', to: '2026-11-03', tone: 'late', text: 'нет отчёта' },
			{ label: 'Стажировка', from: '2027-01-18', to: '2027-02-26', tone: 'ahead', text: 'впереди' }
		],
		marks: [{ day: '2027-01-10', text: 'сегодня' }]
	})
];

test('a picture is one svg with a name and a description, scaled by its frame', () => {
	for (const svg of drawn()) {
		expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]* role="img" aria-labelledby="/);
		expect(svg).not.toMatch(/^<svg [^>]*(?: width| height)="/);
		expect(svg).toContain('>Доля &lt;завершивших&gt;</title>');
		expect(svg).toContain('>Площадки &quot;по убыванию&quot; &amp; среднее</desc>');
	}
});

test('words of people stay words: nothing in them becomes markup, and braces are braces', () => {
	const [svg = ''] = drawn();
	expect(svg).not.toMatch(/<script|on\w+=/i);
	expect(svg).toContain('{b} 83,2 %');
	expect(svg).toContain('мало данных');
});

test('colours are those of the page, series differ by stroke too, and ids of two pictures never meet', () => {
	const [bar = '', line = '', heat = ''] = drawn();
	expect(bar).toContain('fill="var(--accent, #0a5c5d)"');
	expect(line).toMatch(/stroke-dasharray/);
	expect(heat).toContain('color-mix(in srgb, var(--accent, #0a5c5d)');
	const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	const all = drawn().flatMap(ids);
	expect(new Set(all).size).toBe(all.length);
});

test('a timeline names every line and its state in words, the months and today, and tells states apart without colour', () => {
	const line = drawn()[3] ?? '';
	for (const words of ['Семинар {a}', 'проведено', 'нет отчёта', 'впереди', 'сегодня', 'м10', 'м8'])
		expect(line).toContain(words);
	expect(line).toContain('<pattern');
	expect(line).toContain('fill="var(--paper, #ffffff)"');
});

const day = fc
	.integer({ min: -400, max: 800 })
	.map((days) => new Date(Date.UTC(2026, 8, 1 + days)).toISOString().slice(0, 10));

test('everything on a timeline lies within its days, and what is within them keeps its first day and its length', () => {
	fc.assert(
		fc.property(day, fc.nat(90), fc.integer({ min: 30, max: 400 }), (from, length, span) => {
			const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
			const placed = placeOf({ from, to }, '2026-09-01', span);
			expect(placed.start).toBeGreaterThanOrEqual(0);
			expect(placed.start + placed.length).toBeLessThanOrEqual(span + 1e-9);
			const begins = daysFrom('2026-09-01', from);
			if (begins >= 0 && begins + length + 1 <= span && length > 5)
				expect(placed).toEqual({ start: begins, length: length + 1 });
		})
	);
	expect(monthsIn('2026-09-15', 62)).toEqual([
		{ at: 16, month: 10 },
		{ at: 47, month: 11 }
	]);
});

test('on paper nothing asks for a stylesheet, and a mixed colour lies between its two', () => {
	for (const svg of drawn()) {
		const printed = onPaper(svg, 'PT Serif');
		expect(printed).not.toMatch(/var\(|color-mix|inherit/);
		expect(printed).toContain('font-family:PT Serif');
	}
	expect(onPaper('color-mix(in srgb, var(--a, #000000) 50%, var(--b, #ffffff))', 'x')).toBe('#808080');
});

test('the same picture is the same text, whatever was drawn before it', () => {
	expect(drawn()).toEqual(drawn());
});

test('a name too long for one line stands in two, whole', () => {
	const name = 'Внешние опоры планирования и самоконтроля';
	const svg = bars({ ...told, rows: [{ label: name, value: 3, text: '3' }] });
	const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line!.trim());
	expect(lines.slice(0, 2).join(' ')).toBe(name);
});
