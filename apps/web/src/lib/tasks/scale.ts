/** Room at both ends, so that no point stands on the edge of the picture. */
const MARGIN = 4;

/** One scale for all values, from zero where zero is near, as shares of the width. */
export function scaleOf(values: number[]): { from: number; to: number; at: (value: number) => string } {
	const least = Math.min(...values);
	const most = Math.max(...values);
	const from = least >= 0 ? 0 : least;
	const to = most > from ? most : from + 1;

	return {
		from,
		to,
		at: (value) => `${MARGIN + ((value - from) / (to - from)) * (100 - 2 * MARGIN)}%`
	};
}
