/** A score drawn to the mean of its group, and its standard error, in points. */
export type Kelley = { score: number; se: number };

/**
 * Kelley's true score: reliability · score + (1 − reliability) · mean of the group, with the error
 * sd · √(reliability · (1 − reliability)) (Kelley 1947, «Fundamentals of statistics»). A short topic is believed
 * little. A negative reliability is taken for none.
 */
export function shrunkenScore(
	score: number,
	{ mean, sd, reliability }: { mean: number; sd: number; reliability: number }
): Kelley {
	const trust = Math.min(1, Math.max(0, reliability));
	return { score: trust * score + (1 - trust) * mean, se: sd * Math.sqrt(trust * (1 - trust)) };
}
