import { at } from '../../peer-marks/mixed-model/vectors.ts';
import type { Group } from './groups.ts';
import type { Slopes } from './item.ts';

/** The logarithm of the likelihood at a point, its slope there, and how much it bends (minus its second derivatives). */
export type Curve = { value: number; slope: Float64Array; information: Float64Array; size: number };

/** The normal distribution as a sum over a grid this fine is exact to the last digits for slopes up to about 5. */
const NODES = { from: -7.5, step: 0.25, count: 61 };

/**
 * Likelihood of all groups, people being N(0, 1). A point is the intercepts of the items and then their slopes. For a
 * group the slope is what is expected of the complete data's slope, and the information what is expected of the
 * complete data's less the spread of its slope (Louis 1982, «Finding the observed information matrix when using the
 * EM algorithm»).
 */
export function curvature(groups: Group[], point: Float64Array, count: number, slopes: Slopes): Curve {
	const size = point.length;
	const tables = tablesOf(point, count, slopes);
	const curve = {
		value: 0,
		slope: new Float64Array(size),
		information: new Float64Array(size * size),
		size
	};
	for (const group of groups) add(curve, group, tables, point, count, slopes);
	for (let row = 0; row < size; row++) {
		for (let column = 0; column < row; column++)
			curve.information[column * size + row] = at(curve.information, row * size + column);
	}
	return curve;
}

type Tables = { thetas: Float64Array; priors: Float64Array; chances: Float64Array[]; norms: Float64Array[] };

/** Of each item at each node: the chance to be right, and log(1 + exp(…)). */
function tablesOf(point: Float64Array, count: number, slopes: Slopes): Tables {
	const thetas = Float64Array.from({ length: NODES.count }, (_, q) => NODES.from + NODES.step * q);
	const density = thetas.map((theta) => (Math.exp(-(theta ** 2) / 2) / Math.sqrt(2 * Math.PI)) * NODES.step);
	const lines = Array.from({ length: count }, (_, item) =>
		thetas.map((theta) => slopeOf(point, count, slopes, item) * theta + at(point, item))
	);
	return {
		thetas,
		priors: density.map(Math.log),
		chances: lines.map((line) => line.map((x) => 1 / (1 + Math.exp(-x)))),
		norms: lines.map((line) =>
			line.map((x) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))))
		)
	};
}

function slopeOf(point: Float64Array, count: number, slopes: Slopes, item: number): number {
	if (slopes === 'one') return 1;
	return at(point, slopes === 'common' ? count : count + item);
}

function add(
	curve: Curve,
	group: Group,
	{ thetas, priors, chances, norms }: Tables,
	point: Float64Array,
	count: number,
	slopes: Slopes
): void {
	const asked = [...Array(count).keys()].filter((item) => group.asked[item]);
	const share = (item: number) => at(group.rights, item) / group.count;
	const steep = asked.reduce((sum, item) => sum + share(item) * slopeOf(point, count, slopes, item), 0);
	const logs = thetas.map((theta, q) =>
		asked.reduce((sum, item) => sum - (norms[item]?.[q] ?? 0), at(priors, q) + steep * theta)
	);
	const top = Math.max(...logs);
	const weights = logs.map((log) => Math.exp(log - top));
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const level = asked.reduce((sum, item) => sum + share(item) * at(point, item), 0);
	curve.value += group.count * (Math.log(all) + top + level);

	const { size, slope, information } = curve;
	const own = new Float64Array(size);
	const mean = new Float64Array(size);
	const squares = new Float64Array(size * size);
	weights.forEach((weight, q) => {
		const belief = weight / all;
		if (belief < 1e-15) return;
		const theta = at(thetas, q);
		own.fill(0);
		for (const item of asked) {
			const p = at(chances[item] as Float64Array, q);
			const rest = share(item) - p;
			const bend = p * (1 - p) * belief;
			own[item] = rest;
			squares[item * size + item] = at(squares, item * size + item) - bend;
			if (slopes === 'one') continue;
			const place = slopes === 'common' ? count : count + item;
			own[place] = at(own, place) + rest * theta;
			squares[place * size + item] = at(squares, place * size + item) - bend * theta;
			squares[place * size + place] = at(squares, place * size + place) - bend * theta ** 2;
		}
		for (let row = 0; row < size; row++) {
			const value = at(own, row) * belief;
			if (value === 0) continue;
			mean[row] = at(mean, row) + value;
			const from = row * size;
			// The innermost loop of all: no calls.
			for (let column = 0; column <= row; column++)
				squares[from + column] = (squares[from + column] ?? 0) + value * (own[column] ?? 0);
		}
	});
	for (let row = 0; row < size; row++) {
		slope[row] = at(slope, row) + group.count * at(mean, row);
		for (let column = 0; column <= row; column++) {
			const cell = row * size + column;
			const bend = at(mean, row) * at(mean, column) - at(squares, cell);
			information[cell] = at(information, cell) + group.count * bend;
		}
	}
}
