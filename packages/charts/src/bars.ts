import { draw, INK, SERIES, SOFT, type Told } from './engine.ts';
import { namesAxis } from './names-axis.ts';

const WIDTH = 720;
const ROW = 34;
const AXIS = 44;
const LEFT = 230;

export type BarRow = { label: string; value: number | null; text: string };

/** Horizontal bars in the order given, each with its figure in words; `mark` is a line to compare with. */
export function bars({
	rows,
	mark,
	...told
}: Told & { rows: BarRow[]; mark?: { value: number; text: string } | null }): string {
	const height = rows.length * ROW + AXIS;
	return draw(
		{
			grid: { left: LEFT, right: 90, top: mark ? 26 : 8, bottom: 8 },
			xAxis: {
				type: 'value',
				min: Math.min(0, ...rows.map(({ value }) => value ?? 0)),
				max: highest([...rows.map(({ value }) => value ?? 0), mark?.value ?? 0]),
				axisLabel: { show: false },
				splitLine: { show: false }
			},
			yAxis: namesAxis(
				rows.map(({ label }) => label),
				{ width: LEFT - 20 }
			),
			series: [
				{
					type: 'bar',
					barWidth: 16,
					silent: true,
					data: rows.map(({ value, text }) => ({
						value: value ?? 0,
						label: { show: true, position: 'right', formatter: plain(text), color: INK, fontSize: 13 }
					})),
					...(mark && { markLine: markLine(mark) })
				}
			]
		},
		{ width: WIDTH, height },
		told
	);
}

function markLine({ value, text }: { value: number; text: string }) {
	return {
		silent: true,
		symbol: 'none',
		lineStyle: { color: SERIES[1], type: 'dashed', width: 2 },
		label: { formatter: plain(text), color: SOFT, fontSize: 13, position: 'start', distance: 6 },
		data: [{ xAxis: value }]
	};
}

/** The library reads braces as places to fill: words are handed over by a function. */
function plain(text: string) {
	return () => text;
}

function highest(values: number[]): number {
	return Math.max(1, ...values);
}
