import { populationVariance, weightedMean } from './centre.ts';

/** An assessment of one work: its weight, and a grade of 0..100 for each dimension. */
export type Assessment = { weight: number; grades: readonly number[] };

/** How strictly reviewers are compared, from very lax to very strict. */
export const STRICTNESS = { veryLax: 9, lax: 7, fair: 5, strict: 3, veryStrict: 1 } as const;

const LEAST_VARIANCE = 0.01;

/** 0..100 of a grade between the least and the greatest; where these are one, the whole. */
export function normalised(grade: number, least: number, greatest: number): number {
	return least === greatest ? 100 : fiveDigits((100 * (grade - least)) / (greatest - least));
}

/**
 * How near each reviewer is to what all say of one work, 0..100: the «comparison with the best assessment» of Moodle's
 * workshop. It rewards nearness to the crowd and not to truth, so it decides nothing here. `null` for all where no
 * assessment has a weight.
 */
export function comparisonWithBest(
	assessments: readonly Assessment[],
	dimensionWeights: readonly number[],
	strictness: number
): (number | null)[] {
	if (assessments.every(({ weight }) => weight === 0)) return assessments.map(() => null);
	const dimensions = dimensionWeights.map((weight, d) => {
		const given = assessments.map((each) => ({ value: each.grades[d] ?? 0, weight: each.weight }));
		return { weight, average: weightedMean(given) ?? 0, variance: populationVariance(given) };
	});
	const between = (one: readonly number[], other: readonly number[]) =>
		distance(one, other, dimensions, strictness);

	const average = dimensions.map((dimension) => fiveDigits(dimension.average));
	const fromAverage = assessments.map(({ grades }) => between(grades, average));
	const least = Math.min(...fromAverage);
	const best = assessments.filter((_, n) => fromAverage[n] === least);

	return assessments.map(({ grades }) => {
		const nearest = Math.min(...best.map((each) => between(grades, each.grades)));
		return Math.min(100, Math.max(0, fiveDigits(100 - nearest)));
	});
}

type Dimension = { weight: number; variance: number };

/** The mean over the dimensions that tell the two apart; where none does, they are one. */
function distance(
	one: readonly number[],
	other: readonly number[],
	dimensions: readonly Dimension[],
	strictness: number
): number {
	let [sum, weights] = [0, 0];
	dimensions.forEach(({ weight, variance }, d) => {
		const apart = Math.abs((one[d] ?? 0) - (other[d] ?? 0));
		if (variance <= LEAST_VARIANCE || apart === 0) return;
		sum += (weight * apart ** 3) / (strictness * variance);
		weights += weight;
	});
	return weights > 0 ? fiveDigits(sum / weights) : 0;
}

/** As the original keeps its grades. */
function fiveDigits(value: number): number {
	return Math.round(value * 1e5) / 1e5;
}
