type Scores = Readonly<Record<string, number>>;
export type MarkedCriterion = { key: string; levels: readonly { score: number }[] };
/** `apart`: so many levels lie between the two marks, above (+) or below (–) the staff's. */
export type Difference = { key: string; given: number; staff: number; apart: number };
export type Comparison = { differences: Difference[]; deviation: number; passed: boolean };

/** In levels: a reviewer who is on average no farther from the staff may review. */
const MOST_APART = 1;

/** Marks of an example work beside those of the staff, criterion by criterion. */
export function compareMarks(criteria: readonly MarkedCriterion[], given: Scores, staff: Scores): Comparison {
	const differences = criteria.map(({ key, levels }): Difference => {
		const [mine, theirs] = [given[key] ?? Number.NaN, staff[key] ?? Number.NaN];
		return { key, given: mine, staff: theirs, apart: placeOf(levels, mine) - placeOf(levels, theirs) };
	});
	const sum = differences.reduce((total, { apart }) => total + Math.abs(apart), 0);
	const deviation = differences.length ? sum / differences.length : 0;
	return { differences, deviation, passed: deviation <= MOST_APART };
}

/** Whether every criterion has a mark that its levels know, and nothing else has one. */
export function areWholeMarks(criteria: readonly MarkedCriterion[], scores: Scores): boolean {
	const known = criteria.every(({ key, levels }) => levels.some(({ score }) => score === scores[key]));
	return known && Object.keys(scores).length === criteria.length;
}

function placeOf(levels: readonly { score: number }[], score: number): number {
	return levels.filter((level) => level.score < score).length;
}
