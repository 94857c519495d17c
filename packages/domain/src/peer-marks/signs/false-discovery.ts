/**
 * Which of many tests are kept so that at most `rate` of the kept ones are false (Benjamini & Hochberg 1995,
 * «Controlling the false discovery rate»). In the order of the tests.
 */
export function keepDiscoveries(pValues: readonly number[], rate: number): boolean[] {
	const sorted = pValues.toSorted((a, b) => a - b);
	const last = sorted.findLastIndex((p, place) => p <= ((place + 1) / sorted.length) * rate);
	const limit = sorted[last] ?? -1;
	return pValues.map((p) => p <= limit);
}
