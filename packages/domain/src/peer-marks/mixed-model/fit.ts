import type { Design } from '../design.ts';
import { exactSolver } from './exact.ts';
import {
	gather,
	informationOf,
	spreadOut,
	type Effects,
	type Inverse,
	type Solver,
	type Variances
} from './information.ts';
import { largeSolver } from './large.ts';
import { at } from './vectors.ts';

/** Up to so many places on the shorter side the equations are solved exactly. */
export const MOST_EXACT = 400;

/** A solved model: z = mean + work + bias + error. Everything that is shown follows from it. */
export type Fit = {
	design: Design;
	variances: Variances;
	mean: number;
	effects: Effects;
	/** Of each row: the grade less mean, work and bias. */
	residuals: Float64Array;
	inverse: Inverse;
	/** What the estimated mean adds to what is uncertain; `null` where the mean is known, or each work is free. */
	ofMean: { information: number; effects: Effects } | null;
	solver: Solver;
};

/**
 * Solves Henderson's equations for known variances. Without a `mean` it is estimated too. With `work: Infinity`
 * («bias correction only») each work keeps its own level, and the mean is that of the works.
 */
export function fit(design: Design, variances: Variances, mean: number | null = null): Fit {
	const information = informationOf(design, variances);
	const isLarge = Math.min(design.works.length, design.reviewers.length) > MOST_EXACT;
	const solver = (isLarge ? largeSolver : exactSolver)(information);
	const isFree = variances.work === Infinity;
	const ofMean =
		mean === null && !isFree
			? meanOf(design, information.ties, solver, gather(information, ones(design)))
			: null;
	const centre = mean ?? (ofMean ? weighted(ofMean.weights, design.values) : average(design.values));
	const effects = solver.solve(
		gather(
			information,
			design.values.map((value) => value - centre)
		)
	);
	const expected = spreadOut(design, effects);

	return {
		design,
		variances,
		mean: centre,
		effects,
		residuals: design.values.map((value, row) => value - centre - at(expected, row)),
		inverse: solver.inverse,
		ofMean: ofMean && { information: ofMean.information, effects: ofMean.effects },
		solver
	};
}

/** The mean by generalised least squares: how much each row says about it, V⁻¹ 1. */
function meanOf(design: Design, ties: Float64Array, solver: Solver, right: Effects) {
	const effects = solver.solve(right);
	const explained = spreadOut(design, effects);
	const weights = ties.map((tie, row) => tie * (1 - at(explained, row)));
	return { effects, weights, information: weights.reduce((sum, weight) => sum + weight, 0) };
}

function weighted(weights: Float64Array, values: Float64Array): number {
	let [sum, all] = [0, 0];
	for (let row = 0; row < values.length; row++) {
		sum += at(weights, row) * at(values, row);
		all += at(weights, row);
	}
	return sum / all;
}

function average(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ones({ values }: Design): Float64Array {
	return new Float64Array(values.length).fill(1);
}

/** The posterior variance of each work's mark (mean and work together), in squared points. */
export function markVariances({ inverse, ofMean }: Fit): Float64Array {
	if (!ofMean) return inverse.works;
	return inverse.works.map(
		(own, work) => own + (1 - at(ofMean.effects.works, work)) ** 2 / ofMean.information
	);
}

/** The posterior variances of effects, the mean being estimated with them. */
export function effectVariances({ inverse, ofMean }: Fit): Effects {
	const side = (own: Float64Array, name: keyof Effects) =>
		own.map((value, place) =>
			ofMean ? value + at(ofMean.effects[name], place) ** 2 / ofMean.information : value
		);
	return { works: side(inverse.works, 'works'), reviewers: side(inverse.reviewers, 'reviewers') };
}
