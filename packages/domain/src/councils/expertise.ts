import {
	meanOf,
	reaches,
	scoreOf,
	type Criterion,
	type Recommendation,
	type Scores,
	type Share
} from './criteria.ts';

/** How several reviews make one result: most recommendations, or the mean of the scores. */
export const EXPERTISE_RULES = ['majority', 'mean'] as const;
export type ExpertiseRule = (typeof EXPERTISE_RULES)[number];

export type ExpertiseTerms = {
	criteria: readonly Criterion[];
	/** In percent of the best possible. */
	threshold: number;
	rule: ExpertiseRule;
};

export type ExpertiseResult = {
	result: Recommendation;
	mean: Share;
	positive: number;
	negative: number;
};

/**
 * What the reviews of an application give (R5). Null until everybody who was assigned has submitted. As many for as
 * against is not positive: a recommendation is given only by more than half.
 */
export function expertiseResult(
	{ criteria, threshold, rule }: ExpertiseTerms,
	{ assigned, submitted }: { assigned: number; submitted: readonly Scores[] }
): ExpertiseResult | null {
	if (assigned === 0 || submitted.length < assigned) return null;

	const shares = submitted.map((scores) => scoreOf(criteria, scores));
	const positive = shares.filter((share) => reaches(share, threshold)).length;
	const negative = shares.length - positive;
	const mean = meanOf(shares);
	const holds = rule === 'majority' ? positive > negative : reaches(mean, threshold);
	return { result: holds ? 'positive' : 'negative', mean, positive, negative };
}
