import { amountText } from '../indicators/index.ts';

/** One figure of a site as it was put to a council: null where it may not be told, or nothing was counted. */
export type PutFigure = {
	key: string;
	title: string;
	formula: string;
	unit: 'percent' | 'points' | 'hours' | 'count';
	value: number | null;
	/** Of the region. */
	average: number | null;
};

/** Results of a site of some days, as they stood at the moment when they were put on an agenda (R133). */
export type PutFigures = { from: string; to: string; at: string; rows: PutFigure[] };

/** The same in the minutes: what was known, one line a figure. */
export function figureLines({ rows }: PutFigures): string[] {
	return rows.flatMap(({ title, unit, value, average }) => {
		if (value === null) return [];
		const told = `${title}: ${amountText(unit, value)}`;
		return [average === null ? told : `${told} (в среднем по региону ${amountText(unit, average)})`];
	});
}
