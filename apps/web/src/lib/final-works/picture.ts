/** Room at both ends, so that no dot stands on the edge of the picture; in percent. */
const MARGIN = 4;
/** Dots of equal value stand one above the other, so that each keeps its place on the line; in pixels. */
const STEP = 13;

export type Dot = { value: number; at: string; shift: number };

/** Where a value stands on a line from nought to `max`. */
export function placeOn(value: number, max: number): string {
	const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
	return `${MARGIN + share * (100 - 2 * MARGIN)}%`;
}

/** One dot for each value, so that how many agree can be counted by eye. */
export function dotsOf(values: number[], max: number): Dot[] {
	return [...Map.groupBy(values, (value) => value)].flatMap(([value, same]) =>
		same.map((_, n) => ({
			value,
			at: placeOn(value, max),
			shift: (n - (same.length - 1) / 2) * STEP
		}))
	);
}
