import { draw, INK, LINE, SERIES, SOFT, type Told } from './engine.ts';

const SIZE = { width: 720, height: 300 };
const STYLES = ['solid', 'dashed', 'dotted'] as const;
const SYMBOLS = ['circle', 'rect', 'triangle'] as const;

export type LineSeries = { label: string; values: (number | null)[] };

/** Lines over named points; a point without a value breaks the line. Lines differ by stroke and sign, not colour alone. */
export function lines({
	points,
	series,
	...told
}: Told & { points: string[]; series: LineSeries[] }): string {
	return draw(
		{
			grid: { left: 48, right: 150, top: 16, bottom: 32 },
			xAxis: {
				type: 'category',
				boundaryGap: true,
				data: points,
				axisTick: { show: false },
				axisLine: { lineStyle: { color: LINE } },
				axisLabel: { color: SOFT, fontSize: 13, interval: 0 }
			},
			yAxis: {
				type: 'value',
				min: Math.min(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))),
				axisLabel: { color: SOFT, fontSize: 13, formatter: (value: number) => value.toLocaleString('ru-RU') },
				splitLine: { lineStyle: { color: LINE } }
			},
			series: series.map(({ label, values }, index) => ({
				type: 'line',
				silent: true,
				data: values,
				labelLayout: { moveOverlap: 'shiftY' },
				symbol: SYMBOLS[index % 3],
				symbolSize: 9,
				lineStyle: { width: 2.5, type: STYLES[index % 3], color: SERIES[index % 3] },
				itemStyle: { color: SERIES[index % 3] },
				endLabel: {
					...{ show: true, formatter: () => label, color: INK, fontSize: 13 },
					...{ width: 130, overflow: 'break', lineHeight: 15, distance: 10 }
				}
			}))
		},
		SIZE,
		told
	);
}
