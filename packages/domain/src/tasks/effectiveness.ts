import { divide, isAtLeast, mean, rounded, subtract, times, type Fraction } from './fraction.ts';

/** The part of an effectiveness card that is computed from; the keys are those of the programme's form. */
export type Measurements = {
	baseline: readonly number[];
	after: readonly number[];
	better_is: 'растёт' | 'снижается';
};

export type Verdict =
	| 'заметное улучшение'
	| 'небольшое улучшение'
	| 'без изменений'
	| 'ухудшение'
	| 'разность';

/** What counts as an effect where cards are summed, and what is told in units and compared with nothing. */
export const IMPROVED: readonly Verdict[] = ['заметное улучшение', 'небольшое улучшение'];
export const IN_UNITS: Verdict = 'разность';

export type Effectiveness = {
	/** Two decimals. */
	baselineMean: number;
	afterMean: number;
	/** One decimal, from the unrounded means; positive is better. `null` when the baseline is zero. */
	changePercent: number | null;
	/** `after − before`, two decimals; only when the baseline is zero. */
	difference: number | null;
	verdict: Verdict;
};

/** Figures of the effectiveness card (R107); `null` while there is nothing to compute from. */
export function effectiveness({ baseline, after, better_is }: Measurements): Effectiveness | null {
	if (!areMeasurements(baseline) || !areMeasurements(after)) return null;

	const before = mean(baseline);
	const now = mean(after);
	const means = { baselineMean: rounded(before, 2), afterMean: rounded(now, 2) };
	const difference = subtract(now, before);

	if (before.top === 0n) {
		return { ...means, changePercent: null, difference: rounded(difference, 2), verdict: IN_UNITS };
	}

	const change = times(divide(difference, before), better_is === 'снижается' ? -100 : 100);
	return { ...means, changePercent: rounded(change, 1), difference: null, verdict: verdictOn(change) };
}

/** «≥ 20 % – заметное улучшение; от 5 до 20 % – небольшое; от −5 до 5 % – без изменений; < −5 % – ухудшение». */
function verdictOn(change: Fraction): Verdict {
	if (isAtLeast(change, 20)) return 'заметное улучшение';
	if (isAtLeast(change, 5)) return 'небольшое улучшение';
	if (isAtLeast(change, -5)) return 'без изменений';
	return 'ухудшение';
}

function areMeasurements(values: unknown): values is number[] {
	return Array.isArray(values) && values.length > 0 && values.every((value) => Number.isFinite(value));
}
