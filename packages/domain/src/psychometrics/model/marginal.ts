import { factor, inverseBy, solveBy } from '../../peer-marks/mixed-model/cholesky.ts';
import { at } from '../../peer-marks/mixed-model/vectors.ts';
import { groupsOf, only, tellingItems, type Group } from './groups.ts';
import type { Answers, Item, Slopes } from './item.ts';
import { curvature, type Curve } from './marginal-curve.ts';

export type EstimatedItem = Item & {
	/** Standard errors by the observed information; that of a slope that is not sought is nought. */
	se: { slope: number; difficulty: number };
};

export type MarginalFit = {
	/** In the order of the answers; `null` for an item that all got right or all got wrong. */
	items: (EstimatedItem | null)[];
	logLikelihood: number;
	/** How many numbers were sought. */
	parameters: number;
	aic: number;
	bic: number;
	/** Whether the search came to its end. */
	settled: boolean;
};

const MOST_STEPS = 200;
/** Half of what a step may still win of the logarithm of the likelihood. */
const CLOSE = 1e-12;

/**
 * Items of the one- or two-parameter logistic model by marginal maximum likelihood, people being normal N(0, 1) (Bock
 * & Aitkin 1981, «Marginal maximum likelihood estimation of item parameters»), by Newton's steps on the observed
 * information. What was not answered (`null`) is left out. Own slopes want some 500 people; up to 300 a common one is
 * what can honestly be told. `null` when fewer than two items tell anything.
 */
export function marginalFit(answers: readonly Answers[], slopes: Slopes): MarginalFit | null {
	const telling = tellingItems(answers);
	if (telling.length < 2) return null;
	const groups = groupsOf(only(answers, telling), slopes !== 'own');
	const count = telling.length;
	const free = { one: count, common: count + 1, own: 2 * count }[slopes];
	let point = startOf(groups, count, free);
	let here = curvature(groups, point, count, slopes);
	let ridge = 0;
	let settled = false;

	for (let step = 0; step < MOST_STEPS && !settled; step++) {
		const move = stepOf(here, ridge);
		const next = move && point.map((value, n) => value + at(move, n));
		const there = next && isSensible(next, count) ? curvature(groups, next, count, slopes) : null;
		if (move && next && there && there.value >= here.value - 1e-10 * Math.abs(here.value)) {
			settled = ridge < 1e-3 && move.reduce((sum, value, n) => sum + value * at(here.slope, n), 0) < CLOSE;
			[point, here] = [next, there];
			ridge = ridge < 1e-6 ? 0 : ridge / 10;
		} else ridge = Math.max(ridge * 10, 1e-3);
	}
	return report(answers, telling, point, here, settled);
}

/** Everybody's place unknown: each item by the share of right answers, all slopes 1. */
function startOf(groups: Group[], count: number, free: number): Float64Array {
	const start = new Float64Array(free).fill(1);
	for (let item = 0; item < count; item++) {
		let [right, all] = [0, 0];
		for (const group of groups) {
			if (!group.asked[item]) continue;
			right += at(group.rights, item);
			all += group.count;
		}
		start[item] = Math.log(right / (all - right)) * 1.2;
	}
	return start;
}

/** Newton's step; a ridge shortens it and turns it uphill where the surface is not a hill. */
function stepOf({ slope, information, size }: Curve, ridge: number): Float64Array | null {
	const matrix = Float64Array.from(information);
	for (let n = 0; n < size; n++) {
		const place = n * size + n;
		matrix[place] = at(matrix, place) + ridge * (1 + Math.abs(at(matrix, place)));
	}
	const step = solveBy(factor(matrix, size), slope);
	return step.every(Number.isFinite) ? step : null;
}

const STEEPEST = 50;
const FARTHEST = 200;

function isSensible(point: Float64Array, count: number): boolean {
	return point.every((value, n) => Math.abs(value) < (n < count ? FARTHEST : STEEPEST));
}

function report(
	answers: readonly Answers[],
	telling: number[],
	point: Float64Array,
	{ value, information, size }: Curve,
	settled: boolean
): MarginalFit {
	const count = telling.length;
	const covariance = inverseBy(factor(information, size), size);
	const items: (EstimatedItem | null)[] = (answers[0] ?? []).map(() => null);
	telling.forEach((item, n) => (items[item] = itemOf(point, covariance, size, n, count)));
	return {
		items,
		logLikelihood: value,
		parameters: size,
		aic: 2 * size - 2 * value,
		bic: Math.log(answers.length) * size - 2 * value,
		settled
	};
}

/** From intercept and slope to difficulty b = −d/a, its error by the rule of small changes. */
function itemOf(
	point: Float64Array,
	covariance: Float64Array,
	size: number,
	n: number,
	count: number
): EstimatedItem {
	const place = size === count ? -1 : size === count + 1 ? count : count + n;
	const slope = place < 0 ? 1 : at(point, place);
	const intercept = at(point, n);
	const shared = (one: number, other: number) =>
		one < 0 || other < 0 ? 0 : at(covariance, one * size + other);
	const [byIntercept, bySlope] = [-1 / slope, intercept / slope ** 2];
	const spread =
		byIntercept ** 2 * shared(n, n) +
		2 * byIntercept * bySlope * shared(n, place) +
		bySlope ** 2 * shared(place, place);
	return {
		slope,
		difficulty: -intercept / slope,
		se: { slope: Math.sqrt(shared(place, place)), difficulty: Math.sqrt(spread) }
	};
}
