import type { Design } from '../design.ts';
import { effectVariances, fit, MOST_EXACT, type Fit } from './fit.ts';
import { gather, informationOf, spreadOut, type Variances } from './information.ts';
import { solveBy, factor } from './cholesky.ts';
import { at, dot } from './vectors.ts';

const MOST_STEPS = 100;
const EM_STEPS = 1;
/** A variance is never let below this share of what all grades vary. */
const FLOOR = 1e-9;
/** No step changes a variance more than so many times: far from the end the curvature is not to be trusted. */
const MOST_CHANGE = 5;

type Three = [work: number, reviewer: number, residual: number];

/** The variances under which the grades are likeliest, and how far the search came. */
export type Estimate = { variances: Variances; fit: Fit; steps: number; settled: boolean };

/**
 * Variances by restricted maximum likelihood (Patterson & Thompson 1971): a few EM steps, then average information
 * (Gilmour, Thompson & Cullis 1995), and an EM step again wherever that would leave what is possible.
 */
export function reml(design: Design): Estimate {
	const all = variance(design.values);
	const close = Math.min(design.works.length, design.reviewers.length) > MOST_EXACT ? 1e-5 : 1e-11;
	if (all === 0) return { ...unmoved(design), steps: 0, settled: true };

	let current: Three = [all / 3, all / 3, all / 3];
	for (let step = 1; step <= MOST_STEPS; step++) {
		const solved = fit(design, variancesOf(current));
		const next = nextOf(solved, current, step <= EM_STEPS, all * FLOOR);
		const moved = Math.max(...next.map((value, n) => Math.abs(value - (current[n] ?? 0)))) / all;
		if (moved < close) return { variances: solved.variances, fit: solved, steps: step, settled: true };
		current = next;
	}
	const variances = variancesOf(current);
	return { variances, fit: fit(design, variances), steps: MOST_STEPS, settled: false };
}

function unmoved(design: Design) {
	const variances = { work: 1, reviewer: 1, residual: 1 };
	return { variances, fit: fit(design, variances) };
}

function variancesOf([work, reviewer, residual]: Three): Variances {
	return { work, reviewer, residual };
}

function nextOf(solved: Fit, current: Three, isEarly: boolean, floor: number): Three {
	const slopes = slopesOf(solved);
	const byEm = current.map((value, n) => value + (value ** 2 * (slopes.by[n] ?? 0)) / (slopes.sizes[n] ?? 1));
	const stays = current.map((value, n) => value <= floor * 1.01 && (slopes.by[n] ?? 0) <= 0);
	const steps = isEarly ? null : stepsOf(informationAt(solved), slopes.by, stays);

	return current.map((value, n) => {
		if (stays[n]) return value;
		const wanted = value + (steps?.[n] ?? Number.NaN);
		const lively = Number.isFinite(wanted) && wanted > 0 ? wanted : (byEm[n] ?? value);
		return Math.max(floor, Math.min(Math.max(lively, value / MOST_CHANGE), value * MOST_CHANGE));
	}) as Three;
}

/** Twice the slope of the likelihood in each variance, and how many effects speak of it. */
function slopesOf({ design, variances, effects, residuals, inverse, ofMean }: Fit) {
	const { work, reviewer, residual } = variances;
	const uncertain = effectVariances({ inverse, ofMean } as Fit);
	const sizes: Three = [design.works.length, design.reviewers.length, design.values.length];
	const shares = design.biases;
	const traceOfWorks = (sizes[0] - sumOf(uncertain.works) / work) / work;
	const traceOfReviewers =
		(sizes[1] - sumOf(uncertain.reviewers.map((value, place) => value / at(shares, place))) / reviewer) /
		reviewer;
	const traceOfRest = (sizes[2] - 1 - work * traceOfWorks - reviewer * traceOfReviewers) / residual;
	const biases = sumOf(effects.reviewers.map((value, place) => value ** 2 / at(shares, place)));
	const errors = sumOf(residuals.map((value, row) => value ** 2 / at(design.noise, row)));

	const by: Three = [
		dot(effects.works, effects.works) / work ** 2 - traceOfWorks,
		biases / reviewer ** 2 - traceOfReviewers,
		errors / residual ** 2 - traceOfRest
	];
	return { by, sizes };
}

/** Twice the average of observed and expected information. */
function informationAt(solved: Fit): Float64Array {
	const { design, variances, effects, residuals } = solved;
	const none = {
		works: new Float64Array(effects.works.length),
		reviewers: new Float64Array(effects.reviewers.length)
	};
	const directions = [
		spreadOut(design, { ...none, works: effects.works.map((value) => value / variances.work) }),
		spreadOut(design, { ...none, reviewers: effects.reviewers.map((value) => value / variances.reviewer) }),
		residuals.map((value) => value / variances.residual)
	];
	const projected = directions.map((rows) => project(solved, rows));
	return Float64Array.from(directions.flatMap((one) => projected.map((other) => dot(one, other))));
}

/** P times a value of each row: what is left of it when mean, works and biases are taken out. */
export function project({ design, variances, ofMean, solver }: Fit, rows: Float64Array): Float64Array {
	const information = informationOf(design, variances);
	const left = (values: Float64Array) => {
		const expected = spreadOut(design, solver.solve(gather(information, values)));
		return values.map((value, row) => at(information.ties, row) * (value - at(expected, row)));
	};
	const own = left(rows);
	if (!ofMean) return own;
	const mean = sumOf(own) / ofMean.information;
	const explained = spreadOut(design, ofMean.effects);
	return own.map((value, row) => value - mean * at(information.ties, row) * (1 - at(explained, row)));
}

function stepsOf(information: Float64Array, slopes: Three, stays: boolean[]): number[] {
	const matrix = information.map((value, cell) => {
		const [row, column] = [Math.floor(cell / 3), cell % 3];
		if (stays[row] || stays[column]) return row === column ? 1 : 0;
		return value;
	});
	return [
		...solveBy(
			factor(matrix, 3),
			Float64Array.from(slopes, (slope, n) => (stays[n] ? 0 : slope))
		)
	];
}

function variance(values: Float64Array): number {
	const mean = sumOf(values) / values.length;
	return sumOf(values.map((value) => (value - mean) ** 2)) / Math.max(values.length - 1, 1);
}

function sumOf(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0);
}

/**
 * The REML criterion, −2 log of the restricted likelihood with its constant, as `lme4` prints it. `null` for graphs
 * too large to be solved exactly.
 */
export function remlCriterion({ design, variances, inverse, residuals, mean, ofMean }: Fit): number | null {
	if (inverse.logDeterminant === null || !ofMean) return null;
	const rows = design.values.length;
	const logs = (values: Float64Array, times: number) => sumOf(values.map((value) => Math.log(value * times)));
	const quadratic = sumOf(
		residuals.map(
			(value, row) => ((at(design.values, row) - mean) * value) / (at(design.noise, row) * variances.residual)
		)
	);
	return (
		logs(design.noise, variances.residual) +
		design.works.length * Math.log(variances.work) +
		logs(design.biases, variances.reviewer) +
		inverse.logDeterminant +
		Math.log(ofMean.information) +
		quadratic +
		(rows - 1) * Math.log(2 * Math.PI)
	);
}
