import { draw, INK, PAPER, SERIES, SOFT, type Told } from './engine.ts';
import { namesAxis } from './names-axis.ts';

const WIDTH = 720;
const ROW = 34;
const LEFT = 230;
const CELL = 124;

export type HeatRow = { label: string; values: (number | null)[] };

/**
 * A grid of shares from 0 to 1 of the deepest cell, each with its number in it, so that nothing is told by the shade alone.
 * Shades are one colour on paper: they print.
 */
export function heatMap({ columns, rows, ...told }: Told & { columns: string[]; rows: HeatRow[] }): string {
	const deepest = Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
	const cells = rows.flatMap(({ values }, y) =>
		values.map((value, x) => {
			const depth = value === null ? 0 : value / deepest;
			return {
				value: [x, y, value ?? 0],
				label: {
					formatter: () => (value === null ? '·' : value.toLocaleString('ru-RU')),
					color: depth > 0.55 ? PAPER : INK
				},
				itemStyle: { color: shade(depth), decal: { symbol: 'none' } }
			};
		})
	);
	const cell = Math.max(CELL, Math.floor((WIDTH - LEFT - 8) / columns.length));
	return draw(
		{
			grid: { left: LEFT, right: 8, top: 70, bottom: 8 },
			xAxis: {
				type: 'category',
				position: 'top',
				data: columns,
				axisTick: { show: false },
				axisLine: { show: false },
				axisLabel: { color: SOFT, fontSize: 12, interval: 0, width: cell - 6, overflow: 'break' }
			},
			yAxis: namesAxis(
				rows.map(({ label }) => label),
				{ width: LEFT - 20 }
			),
			visualMap: { show: false, min: 0, max: deepest, inRange: { opacity: [1, 1] } },
			series: [{ type: 'heatmap', silent: true, data: cells, label: { show: true, fontSize: 13 } }]
		},
		{ width: LEFT + 8 + columns.length * cell, height: rows.length * ROW + 80 },
		told
	);
}

function shade(depth: number): string {
	return `color-mix(in srgb, ${SERIES[0]} ${Math.round(6 + depth * 94)}%, ${PAPER})`;
}
