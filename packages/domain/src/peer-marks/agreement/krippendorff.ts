export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha of how far observers agree about units: 1 is full agreement, 0 is what chance gives. Each unit
 * is the list of values that it got, in any order, so missing ones are simply not there; a unit with one value is left
 * out. `null` where nothing can be compared, or where all values are equal (Krippendorff 2011, «Computing
 * Krippendorff's alpha-reliability»).
 */
export function krippendorff(units: readonly (readonly number[])[], metric: Metric): number | null {
	const paired = units.filter(({ length }) => length > 1);
	const values = [...new Set(paired.flat())].sort((a, b) => a - b);
	const placeOf = new Map(values.map((value, place) => [value, place]));
	const perValue = Map.groupBy(paired.flat(), (value) => value);
	const counts = values.map((value) => perValue.get(value)?.length ?? 0);

	const distance = distanceOf(metric, values, counts);
	const far = (one: number, other: number) => distance(placeOf.get(one) ?? 0, placeOf.get(other) ?? 0);
	const all = counts.reduce((sum, count) => sum + count, 0);
	const observed = paired.reduce((sum, unit) => sum + within(unit, far) / (unit.length - 1), 0);
	let expected = 0;
	for (let one = 1; one < values.length; one++) {
		for (let other = 0; other < one; other++)
			expected += 2 * (counts[one] ?? 0) * (counts[other] ?? 0) * distance(one, other);
	}

	return expected > 0 ? 1 - ((all - 1) * observed) / expected : null;
}

/** All ordered pairs of one unit. */
function within(unit: readonly number[], far: (one: number, other: number) => number): number {
	let sum = 0;
	for (let one = 1; one < unit.length; one++) {
		for (let other = 0; other < one; other++) sum += 2 * far(unit[one] ?? 0, unit[other] ?? 0);
	}
	return sum;
}

/** Squared differences between the values at two places of their order. */
function distanceOf(
	metric: Metric,
	values: number[],
	counts: number[]
): (one: number, other: number) => number {
	const value = (place: number) => values[place] ?? 0;
	if (metric === 'nominal') return (one, other) => Number(one !== other);
	if (metric === 'interval') return (one, other) => (value(one) - value(other)) ** 2;
	if (metric === 'ratio') {
		return (one, other) => {
			const sum = value(one) + value(other);
			return one === other || sum === 0 ? 0 : ((value(one) - value(other)) / sum) ** 2;
		};
	}

	/** How many values lie up to the middle of each place: ranks, so that equal steps are equally many values. */
	let below = 0;
	const ranks = counts.map((count) => (below += count) - count / 2);
	return (one, other) => ((ranks[one] ?? 0) - (ranks[other] ?? 0)) ** 2;
}
