import { draw, INK, LINE, PAPER, SERIES, SOFT, type Told } from './engine.ts';
import { namesAxis } from './names-axis.ts';

const WIDTH = 832;
const ROW = 46;
const LEFT = 236;
const RIGHT = 140;
const TOP = 54;
/** A single day is still wide enough to be seen. */
const LEAST = 0.012;
const DAY = 86_400_000;

/** `ahead`: an empty frame; `done`: filled; `late`: struck through; a word beside each says the same. */
export type TimelineTone = 'ahead' | 'done' | 'late';
export type TimelineRow = { label: string; from: string; to: string; tone: TimelineTone; text: string };
export type TimelineMark = { day: string; text: string };

const STRIPES = {
	...{ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 },
	color: PAPER
};
const PLAIN = { symbol: 'none' };

/**
 * Things on the days on which they are, one line each, in the order given; months stand above, marks (today, an end) cross
 * all lines. What reaches beyond the days shown is cut at their edge.
 */
export function timeline({
	from,
	to,
	rows,
	marks,
	monthName,
	...told
}: Told & {
	from: string;
	to: string;
	rows: TimelineRow[];
	marks: TimelineMark[];
	monthName: (month: number) => string;
}): string {
	const span = daysFrom(from, to) + 1;
	const placed = rows.map((row) => ({ row, ...placeOf(row, from, span) }));
	return draw(
		{
			grid: { left: LEFT, right: RIGHT, top: TOP, bottom: 8 },
			xAxis: {
				...{ type: 'value', min: 0, max: span, axisLabel: { show: false }, splitLine: { show: false } },
				axisLine: { show: false }
			},
			yAxis: [
				namesAxis(
					rows.map(({ label }) => shortened(label)),
					{ width: LEFT - 16 }
				),
				{
					...namesAxis(
						rows.map(({ text }) => text),
						{ color: SOFT, width: RIGHT - 16 }
					),
					position: 'right'
				}
			],
			series: [
				{
					...{ type: 'bar', stack: 'days', silent: true, barWidth: 16 },
					data: placed.map(({ start }) => ({ value: start, itemStyle: { color: 'none', decal: PLAIN } }))
				},
				{
					...{ type: 'bar', stack: 'days', silent: true, barWidth: 16 },
					data: placed.map(({ length, row }) => ({ value: length, itemStyle: styleOf(row.tone) })),
					markLine: {
						...{ silent: true, symbol: 'none' },
						data: [
							...monthsIn(from, span).map((month) => monthLine(month, monthName)),
							...marks
								.map((mark) => ({ ...mark, at: daysFrom(from, mark.day) }))
								.filter(({ at }) => at >= 0 && at <= span)
								.map(markLine)
						]
					}
				}
			]
		},
		{ width: WIDTH, height: rows.length * ROW + TOP + 8 },
		told
	);
}

/** Two lines of a label; the whole name stands in the table. */
const LONGEST = 52;

function shortened(label: string): string {
	return label.length <= LONGEST ? label : `${label.slice(0, LONGEST - 1).trimEnd()}…`;
}

/** Days between two days, whatever the clocks do. */
export function daysFrom(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Where a row begins and how long it is, in days of the picture. */
export function placeOf({ from, to }: Pick<TimelineRow, 'from' | 'to'>, first: string, span: number) {
	const begins = Math.min(Math.max(daysFrom(first, from), 0), span);
	const ends = Math.min(Math.max(daysFrom(first, to) + 1, begins), span);
	const length = Math.max(ends - begins, span * LEAST);
	return { start: Math.min(begins, span - length), length };
}

/** First days of months, from the second one on: the picture begins where it begins. */
export function monthsIn(first: string, span: number): { at: number; month: number }[] {
	const start = new Date(`${first}T00:00:00Z`);
	const found: { at: number; month: number }[] = [];
	for (let n = 0; ; n += 1) {
		const day = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n, 1));
		const at = Math.round((day.getTime() - start.getTime()) / DAY);
		if (at >= span) return found;
		if (at >= 0) found.push({ at, month: day.getUTCMonth() + 1 });
	}
}

function styleOf(tone: TimelineTone) {
	const line = { borderColor: SERIES[tone === 'late' ? 1 : 0], borderWidth: 1.5 };
	if (tone === 'ahead') return { ...line, color: PAPER, decal: PLAIN };
	return { ...line, color: SERIES[tone === 'late' ? 1 : 0], decal: tone === 'late' ? STRIPES : PLAIN };
}

function monthLine({ at, month }: { at: number; month: number }, monthName: (month: number) => string) {
	return {
		xAxis: at,
		lineStyle: { color: LINE, type: 'solid', width: 1 },
		label: {
			...{ formatter: () => monthName(month), color: SOFT, fontSize: 11, distance: 4 },
			...{ position: 'start', align: 'left', padding: [0, 0, 0, 2] }
		}
	};
}

/** Above the months, so that the two rows of words never meet. */
function markLine({ at, text }: TimelineMark & { at: number }) {
	return {
		xAxis: at,
		lineStyle: { color: SERIES[1], type: 'dashed', width: 2 },
		label: { formatter: () => text, color: INK, fontSize: 13, position: 'start', distance: 24 }
	};
}
