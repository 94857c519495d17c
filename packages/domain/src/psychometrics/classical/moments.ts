import { mean } from '../../peer-marks/centre.ts';

/** Answers as points: a row for each person, in it a number for each item, all rows equally long. */
export type Scores = readonly (readonly number[])[];

export function columnOf(scores: Scores, item: number): number[] {
	return scores.map((row) => row[item] ?? 0);
}

export function columnsOf(scores: Scores): number[][] {
	return Array.from({ length: scores[0]?.length ?? 0 }, (_, item) => columnOf(scores, item));
}

export function totalsOf(scores: Scores): number[] {
	return scores.map((row) => row.reduce((sum, value) => sum + value, 0));
}

/** Of a sample: divided by n − 1. Nought for fewer than two values. */
export function covariance(one: readonly number[], other: readonly number[]): number {
	const [centre, otherCentre] = [mean(one), mean(other)];
	const sum = one.reduce((all, value, n) => all + (value - centre) * ((other[n] ?? 0) - otherCentre), 0);
	return one.length > 1 ? sum / (one.length - 1) : 0;
}

export function variance(values: readonly number[]): number {
	return covariance(values, values);
}

/** Pearson's correlation; `null` where one of the two does not vary. */
export function correlation(one: readonly number[], other: readonly number[]): number | null {
	const spread = Math.sqrt(variance(one) * variance(other));
	return spread > 0 ? covariance(one, other) / spread : null;
}
