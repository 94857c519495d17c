import { median } from '../peer-marks/centre.ts';
import type { PeerRules } from '../programmes/rules.ts';

export type SentReview = { scores: Record<string, number> };

export type PeerResult = {
	/** By criterion; the middle of an even number is the mean of the two middle values, not rounded. */
	medians: Record<string, number> | null;
	/** Sum of the medians. */
	total: number | null;
	/** Sum of each review, in the order of the reviews. */
	sums: number[];
	/** The greatest sum less the least. */
	spread: number | null;
	passed: boolean;
	needsModeration: boolean;
	enoughReviews: boolean;
};

const NONE: PeerResult = {
	medians: null,
	total: null,
	sums: [],
	spread: null,
	passed: false,
	needsModeration: true,
	enoughReviews: false
};

/** What the reviews of one work give by the rubric's process (R117). A review that misses a criterion is not counted. */
export function peerResult(rules: PeerRules, reviews: readonly SentReview[]): PeerResult {
	const whole = wholeReviews(rules, reviews);
	if (whole.length === 0) return NONE;

	const medians = Object.fromEntries(
		rules.criteria.map((key) => [key, median(whole.map(({ scores }) => scores[key] ?? 0))])
	);
	const sums = whole.map(({ scores }) => sumOf(rules, scores));
	const total = Object.values(medians).reduce((sum, value) => sum + value, 0);
	const spread = Math.max(...sums) - Math.min(...sums);
	const passed = total >= rules.passTotal && !(rules.noZeroCriterion && Object.values(medians).includes(0));

	return {
		medians,
		total,
		sums,
		spread,
		passed,
		needsModeration: spread >= rules.moderationSpread || (rules.moderateBelowThreshold && !passed),
		enoughReviews: whole.length >= rules.minReceived
	};
}

/** The reviews that count: those that miss no criterion. */
export function wholeReviews<T extends SentReview>({ criteria }: PeerRules, reviews: readonly T[]): T[] {
	return reviews.filter(({ scores }) => criteria.every((key) => Number.isFinite(scores[key])));
}

/** The sum of one review. */
export function sumOf({ criteria }: PeerRules, scores: SentReview['scores']): number {
	return criteria.reduce((sum, key) => sum + (scores[key] ?? 0), 0);
}
