/** Nought for no values at all: a mark of nothing is asked for nowhere. */
export function mean(values: readonly number[]): number {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** The middle of an even number is the mean of the two middle values, never rounded (R117). */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
	return (upper + lower) / 2;
}

const LEAST_TO_TRIM = 5;

/** Without the least and the greatest; `null` below five values, where too little would be left. */
export function trimmedMean(values: readonly number[]): number | null {
	if (values.length < LEAST_TO_TRIM) return null;
	return mean(values.toSorted((a, b) => a - b).slice(1, -1));
}

/** `null` when all weights are nought: then no value speaks. */
export function weightedMean(values: readonly { value: number; weight: number }[]): number | null {
	const weight = values.reduce((sum, each) => sum + each.weight, 0);
	return weight > 0 ? values.reduce((sum, each) => sum + each.value * each.weight, 0) / weight : null;
}

/** The mean squared distance from the mean, over all of a whole (divided by n, not n − 1). */
export function populationVariance(values: readonly { value: number; weight: number }[]): number {
	const centre = weightedMean(values) ?? 0;
	return weightedMean(values.map(({ value, weight }) => ({ value: (value - centre) ** 2, weight }))) ?? 0;
}
