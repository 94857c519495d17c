/** A criterion of a council. `levels` are words for 0, 1, 2 … up to the greatest; the weight is a whole number. */
export type Criterion = { key: string; title: string; weight: number; levels: string[] };

export type CriteriaFault = {
	code: `criteria.${'none' | 'too_many' | 'title_missing' | 'key_twice' | 'bad_weight' | 'too_few_levels' | 'too_many_levels' | 'level_without_words' | 'bad_threshold'}`;
	field: string;
};

export const MOST_CRITERIA = 20;
export const MOST_LEVELS = 11;
export const MOST_WEIGHT = 100;

/** Everything that is wrong with criteria and their threshold, each fault with its place. */
export function criteriaFaults(criteria: readonly Criterion[], threshold: number): CriteriaFault[] {
	const keys = criteria.map(({ key }) => key);
	return [
		...fault(criteria.length === 0, 'none', 'criteria'),
		...fault(criteria.length > MOST_CRITERIA, 'too_many', 'criteria'),
		...fault(!Number.isInteger(threshold) || threshold < 1 || threshold > 100, 'bad_threshold', 'threshold'),
		...criteria.flatMap(({ key, title, weight, levels }, place) => [
			...fault(title.trim() === '', 'title_missing', `criteria.${place}.title`),
			...fault(keys.indexOf(key) !== place, 'key_twice', `criteria.${place}.title`),
			...fault(!isWeight(weight), 'bad_weight', `criteria.${place}.weight`),
			...fault(levels.length < 2, 'too_few_levels', `criteria.${place}.levels`),
			...fault(levels.length > MOST_LEVELS, 'too_many_levels', `criteria.${place}.levels`),
			...fault(
				levels.some((words) => words.trim() === ''),
				'level_without_words',
				`criteria.${place}.levels`
			)
		])
	];
}

export type Scores = Readonly<Record<string, number>>;

/** A share of the best possible, exact: `top` of `bottom`. */
export type Share = { top: number; bottom: number };

/** The weighted score of a review. Every criterion counts by its weight, however many levels it has. */
export function scoreOf(criteria: readonly Criterion[], scores: Scores): Share {
	const unit = criteria.map(greatest).reduce(leastCommonMultiple, 1);
	const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
	const top = criteria.reduce(
		(sum, criterion) => sum + criterion.weight * (scores[criterion.key] ?? 0) * (unit / greatest(criterion)),
		0
	);
	return { top, bottom: Math.max(1, unit * weights) };
}

/** The mean of several scores by the same criteria. */
export function meanOf(shares: readonly Share[]): Share {
	const bottom = shares[0]?.bottom ?? 1;
	return { top: shares.reduce((sum, { top }) => sum + top, 0), bottom: bottom * Math.max(1, shares.length) };
}

/** Whether a score reaches a threshold in percent; compared exactly, so that the edge is on the right side. */
export function reaches({ top, bottom }: Share, threshold: number): boolean {
	return top * 100 >= threshold * bottom;
}

/** For people: percent with one digit. */
export function percentOf({ top, bottom }: Share): number {
	return Math.round((top * 1000) / bottom) / 10;
}

export const RECOMMENDATIONS = ['positive', 'negative'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

export function recommendationOf(
	criteria: readonly Criterion[],
	threshold: number,
	scores: Scores
): Recommendation {
	return reaches(scoreOf(criteria, scores), threshold) ? 'positive' : 'negative';
}

function greatest({ levels }: Criterion): number {
	return Math.max(1, levels.length - 1);
}

function isWeight(weight: number): boolean {
	return Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT;
}

function leastCommonMultiple(a: number, b: number): number {
	return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function fault(is: boolean, code: string, field: string): CriteriaFault[] {
	return is ? [{ code: `criteria.${code}` as CriteriaFault['code'], field }] : [];
}
