import { mean } from '../peer-marks/centre.ts';

export type Agreed = 'good' | 'fair' | 'poor';

const GOOD = 0.15;
const FAIR = 0.3;

/** How far the sums of the reviews lie apart, as a word: by their spread as a share of the scale. */
export function agreedOn(sums: readonly number[], scale: number): Agreed | null {
	if (sums.length < 2) return null;
	const apart = (Math.max(...sums) - Math.min(...sums)) / scale;
	if (apart <= GOOD) return 'good';
	return apart <= FAIR ? 'fair' : 'poor';
}

/** The plain mean of the sums, to a tenth; it stands beside what the rule gives. */
export function plainMean(sums: readonly number[]): number | null {
	return sums.length ? Math.round(mean(sums) * 10) / 10 : null;
}
