/** What one contender of one round showed: a number for each thing that was measured. */
export type Measures = Record<string, number>;

export type Spread = { median: number; min: number; max: number };

/** NaN for no numbers at all, so that nothing measured never looks like zero. */
export function spread(values: readonly number[]): Spread {
	return { median: quantile(values, 0.5), min: quantile(values, 0), max: quantile(values, 1) };
}

/** The value below which that share of the values lies, by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
	if (values.length === 0) return Number.NaN;
	const sorted = Float64Array.from(values).sort();
	const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
	return sorted[rank] ?? Number.NaN;
}

/** One measure of one contender through all rounds. */
export function column(rounds: readonly Measures[], measure: string): number[] {
	return rounds.map((round) => round[measure] ?? Number.NaN);
}

/** Round by round, what one contender showed in units of another one. */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
	return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}
