import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, VisualMapComponent } from 'echarts/components';
import { init, setPlatformAPI, use, type EChartsCoreOption } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { createHash } from 'node:crypto';
import { measureText } from './measure.ts';

use([
	BarChart,
	LineChart,
	HeatmapChart,
	GridComponent,
	AriaComponent,
	MarkLineComponent,
	VisualMapComponent,
	LabelLayout,
	SVGRenderer
]);
setPlatformAPI({ measureText });

/** What a reader who does not see the picture hears: its name, and what it shows in one sentence. */
export type Told = { title: string; description: string };
type Size = { width: number; height: number };

/**
 * Colours are words of the page's own stylesheet, so that one picture fits both themes and the versions for low vision;
 * where there is no stylesheet (paper) the second is used.
 */
export const INK = 'var(--ink, #16211f)';
export const SOFT = 'var(--ink-soft, #4c5c5a)';
export const LINE = 'var(--line, #dae2e0)';
export const PAPER = 'var(--paper, #ffffff)';
export const SERIES = [
	'var(--accent, #0a5c5d)',
	'var(--need, #8a4a00)',
	'var(--line-strong, #74857f)'
] as const;

/** Patterns that tell the series apart without colour; the first is plain. */
const DECALS = [
	{ symbol: 'none' },
	{ dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: PAPER },
	{
		symbol: 'circle',
		dashArrayX: [
			[6, 6],
			[0, 6, 6, 0]
		],
		dashArrayY: [6, 0],
		symbolSize: 0.6,
		color: PAPER
	}
];

/** Draws an option of the library as one `<svg>`: scaled by its frame, named, silent to the pointer, without a script. */
export function draw(option: EChartsCoreOption, { width, height }: Size, told: Told): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption({
			animation: false,
			color: [...SERIES],
			textStyle: { fontFamily: 'inherit', color: INK },
			aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: DECALS } },
			...option
		});
		return named(chart.renderToSVGString({ useViewBox: true }), told);
	} finally {
		chart.dispose();
	}
}

/**
 * Ids of patterns must differ between the pictures of one page, and the name belongs inside the picture. They follow from
 * what is drawn, so that the same picture is the same text whenever it is asked for.
 */
function named(svg: string, { title, description }: Told): string {
	const plain = svg
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replaceAll(/ (ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
		.replaceAll(/zr\d+-(p|c|g)/g, 'picture-$1');
	const words = createHash('sha256').update([title, description, plain].join('\n')).digest('hex');
	const id = `picture-${words.slice(0, 12)}`;
	return plain
		.replaceAll(/picture-(p|c|g)(?=\d)/g, `${id}-$1`)
		.replace(
			/^<svg ([^>]*)>/,
			(_, attributes: string) =>
				`<svg ${attributes.replaceAll(/(?:^| )(width|height)="[^"]*"/g, '')} role="img" aria-labelledby="${id}-title ${id}-words">` +
				`<title id="${id}-title">${escaped(title)}</title><desc id="${id}-words">${escaped(description)}</desc>`
		);
}

function escaped(words: string): string {
	return words
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
