import { expect, test } from 'vitest';
import { bars, heatMap, lines, onPaper } from './index.ts';

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
	heatMap({ ...told, columns: ['Приозёрск'], rows: [{ label: 'Обратная связь', values: [7] }] })
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
	const all = [bar, line, heat, ...drawn()].flatMap(ids);
	expect(new Set(all).size).toBe(all.length);
});

test('on paper nothing asks for a stylesheet, and a mixed colour lies between its two', () => {
	for (const svg of drawn()) {
		const printed = onPaper(svg, 'PT Serif');
		expect(printed).not.toMatch(/var\(|color-mix|inherit/);
		expect(printed).toContain('font-family:PT Serif');
	}
	expect(onPaper('color-mix(in srgb, var(--a, #000000) 50%, var(--b, #ffffff))', 'x')).toBe('#808080');
});
