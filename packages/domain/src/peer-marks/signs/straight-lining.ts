import { populationVariance } from '../centre.ts';

/** All scores that a reviewer gave, whatever the work and the criterion. */
export type GivenScores = { reviewer: string; scores: readonly number[] };

/** How little a reviewer's scores vary, beside those of the whole cohort. */
export type StraightLine = {
	reviewer: string;
	sd: number;
	cohortSd: number;
	entropy: number;
	cohortEntropy: number;
};

/** Below this share of the cohort's standard deviation a reviewer tells nothing apart. */
const LEAST_SD = 0.3;
const LEAST_ENTROPY = 0.5;
const LEAST_SCORES = 6;

/**
 * Reviewers who give (nearly) the same score to everything: both the standard deviation and the entropy (Shannon 1948,
 * in bits) are far below the cohort's. Where all give the same, nobody stands out.
 */
export function straightLines(given: readonly GivenScores[]): StraightLine[] {
	const all = given.flatMap(({ scores }) => scores);
	const [cohortSd, cohortEntropy] = [deviation(all), entropyOf(all)];

	return given
		.filter(({ scores }) => scores.length >= LEAST_SCORES)
		.map(({ reviewer, scores }) => {
			return { reviewer, sd: deviation(scores), cohortSd, entropy: entropyOf(scores), cohortEntropy };
		})
		.filter(({ sd, entropy }) => sd < LEAST_SD * cohortSd && entropy < LEAST_ENTROPY * cohortEntropy)
		.sort((a, b) => (a.reviewer < b.reviewer ? -1 : Number(a.reviewer > b.reviewer)));
}

function deviation(values: readonly number[]): number {
	return Math.sqrt(populationVariance(values.map((value) => ({ value, weight: 1 }))));
}

function entropyOf(values: readonly number[]): number {
	const counts = [...Map.groupBy(values, (value) => value).values()]
		.map(({ length }) => length)
		.sort((a, b) => a - b);
	return counts.reduce((sum, count) => sum - (count / values.length) * Math.log2(count / values.length), 0);
}
