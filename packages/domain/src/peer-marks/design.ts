/** A grade that a reviewer gave to a work: one criterion, or a total. `staff`: of a tutor or an expert. */
export type Grade = { work: string; reviewer: string; value: number; staff?: boolean };

/** How much surer staff are: their bias and their error have this share of the variance of the others'. */
const STAFF_SHARE = 0.1;

/**
 * Grades as numbers that can be reckoned with. Rows stand in the order of work and reviewer, whatever order they came
 * in, so that the same grades give the same bytes.
 */
export type Design = {
	works: string[];
	reviewers: string[];
	workOf: Int32Array;
	reviewerOf: Int32Array;
	values: Float64Array;
	/** Of each row: the share of the residual variance that its error has. */
	noise: Float64Array;
	/** Of each reviewer: the share of the variance of bias. */
	biases: Float64Array;
};

export function designOf(grades: readonly Grade[], staffShare = STAFF_SHARE): Design {
	const works = distinct(grades.map(({ work }) => work));
	const reviewers = distinct(grades.map(({ reviewer }) => reviewer));
	const workPlaces = placesOf(works);
	const reviewerPlaces = placesOf(reviewers);
	const rows = grades
		.map(({ work, reviewer, value, staff = false }) => ({
			work: workPlaces.get(work) ?? 0,
			reviewer: reviewerPlaces.get(reviewer) ?? 0,
			value,
			share: staff ? staffShare : 1
		}))
		.sort((a, b) => a.work - b.work || a.reviewer - b.reviewer || a.value - b.value);
	const biases = new Float64Array(reviewers.length).fill(1);
	for (const { reviewer, share } of rows) biases[reviewer] = Math.min(biases[reviewer] ?? 1, share);

	return {
		works,
		reviewers,
		workOf: Int32Array.from(rows, ({ work }) => work),
		reviewerOf: Int32Array.from(rows, ({ reviewer }) => reviewer),
		values: Float64Array.from(rows, ({ value }) => value),
		noise: Float64Array.from(rows, ({ share }) => share),
		biases
	};
}

/** By code units: the same on every machine, whatever its language. */
function distinct(names: string[]): string[] {
	return [...new Set(names)].sort((a, b) => (a < b ? -1 : Number(a > b)));
}

function placesOf(names: string[]): Map<string, number> {
	return new Map(names.map((name, place) => [name, place]));
}
