import type { Design } from '../design.ts';
import { at } from './vectors.ts';

/** Variances of works, of reviewers' biases and of the rest, in squared points. `work` may be Infinity. */
export type Variances = { work: number; reviewer: number; residual: number };

/** Works and reviewers by their places in the design. */
export type Effects = { works: Float64Array; reviewers: Float64Array };

/**
 * The coefficients of Henderson's equations without the mean: a diagonal for each side, and for each row the weight
 * that ties its work to its reviewer (Henderson 1975, «Best linear unbiased estimation and prediction under a
 * selection model»).
 */
export type Information = {
	design: Design;
	works: Float64Array;
	reviewers: Float64Array;
	ties: Float64Array;
};

/** What is wanted of the inverse: where the coefficients are not nought, and nothing else. */
export type Inverse = {
	works: Float64Array;
	reviewers: Float64Array;
	/** Of each row: between its work and its reviewer. */
	ties: Float64Array;
	/** Of the coefficients; `null` where it was not reckoned. */
	logDeterminant: number | null;
};

export type Solver = { inverse: Inverse; solve(right: Effects): Effects };

export function informationOf(design: Design, variances: Variances): Information {
	const works = new Float64Array(design.works.length).fill(1 / variances.work);
	const reviewers = Float64Array.from(design.biases, (share) => 1 / (share * variances.reviewer));
	const ties = Float64Array.from(design.noise, (share) => 1 / (share * variances.residual));
	for (let row = 0; row < ties.length; row++) {
		const [work, reviewer] = [at(design.workOf, row), at(design.reviewerOf, row)];
		works[work] = at(works, work) + at(ties, row);
		reviewers[reviewer] = at(reviewers, reviewer) + at(ties, row);
	}
	return { design, works, reviewers, ties };
}

/** Sums of weighted rows on both sides: W'R⁻¹ times a value of each row. */
export function gather({ design, works, reviewers, ties }: Information, rows: Float64Array): Effects {
	const sums = { works: new Float64Array(works.length), reviewers: new Float64Array(reviewers.length) };
	for (let row = 0; row < ties.length; row++) {
		const [work, reviewer] = [at(design.workOf, row), at(design.reviewerOf, row)];
		const weighted = at(ties, row) * at(rows, row);
		sums.works[work] = at(sums.works, work) + weighted;
		sums.reviewers[reviewer] = at(sums.reviewers, reviewer) + weighted;
	}
	return sums;
}

/** What each row gets of its work and of its reviewer. */
export function spreadOut({ workOf, reviewerOf }: Design, { works, reviewers }: Effects): Float64Array {
	const rows = new Float64Array(workOf.length);
	for (let row = 0; row < rows.length; row++)
		rows[row] = at(works, at(workOf, row)) + at(reviewers, at(reviewerOf, row));
	return rows;
}
