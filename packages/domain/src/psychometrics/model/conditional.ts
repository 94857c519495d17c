import { factor, inverseBy, solveBy } from '../../peer-marks/mixed-model/cholesky.ts';
import { at } from '../../peer-marks/mixed-model/vectors.ts';
import { groupsOf, only, tellingItems, type Group } from './groups.ts';
import type { Answers } from './item.ts';
import { symmetric, without } from './symmetric.ts';

export type ConditionalFit = {
	/** Of each item, in logits, with sum nought; `null` for an item that all got right or all got wrong. */
	items: ({ difficulty: number; se: number } | null)[];
	/** Conditional on the scores. */
	logLikelihood: number;
	settled: boolean;
};

const MOST_STEPS = 100;
const CLOSE = 1e-14;

/**
 * Difficulties of Rasch items by conditional maximum likelihood: given a person's score, where the points are tells of
 * the items alone, whoever the people are (Andersen 1972, «The numerical solution of a set of conditional estimation
 * equations»). What was not answered (`null`) is left out. `null` where difficulties cannot be compared: fewer than
 * two items tell anything, or nobody got one part of them right who failed in the other (Fischer 1981).
 */
export function conditionalFit(answers: readonly Answers[]): ConditionalFit | null {
	const telling = tellingItems(answers);
	const rows = only(answers, telling);
	if (telling.length < 2 || !isComparable(rows, telling.length)) return null;
	const groups = groupsOf(rows, true);
	let point = new Float64Array(telling.length);
	let here = curveOf(groups, point);
	let settled = false;
	for (let step = 0; step < MOST_STEPS && !settled; step++) {
		const move = solveBy(factor(here.information, point.length), here.slope);
		settled = move.reduce((sum, value, n) => sum + value * at(here.slope, n), 0) < CLOSE;
		let length = 1;
		let there = here;
		for (let half = 0; half < 40; half++, length /= 2) {
			there = curveOf(
				groups,
				point.map((value, n) => value + length * at(move, n))
			);
			if (there.value >= here.value - 1e-10 * Math.abs(here.value)) break;
		}
		point = point.map((value, n) => value + length * at(move, n));
		here = there;
	}
	const size = point.length;
	const covariance = inverseBy(factor(here.information, size), size);
	const centre = point.reduce((sum, value) => sum + value, 0) / size;
	const items: ConditionalFit['items'] = (answers[0] ?? []).map(() => null);
	telling.forEach((item, n) => {
		const spread = at(covariance, n * size + n) - 1 / (here.gauge * size ** 2);
		items[item] = { difficulty: at(point, n) - centre, se: Math.sqrt(spread) };
	});
	return { items, logLikelihood: here.value, settled };
}

/** Information is flat along equal shifts of all items; `gauge` is added there, which holds their sum at nought. */
function curveOf(groups: Group[], point: Float64Array) {
	const size = point.length;
	const slope = new Float64Array(size);
	const information = new Float64Array(size * size);
	let value = 0;
	const alike = Map.groupBy(groups, ({ asked }) => asked.join());
	for (const same of alike.values()) {
		const asked = [...point.keys()].filter((item) => same[0]?.asked[item]);
		const easiness = Float64Array.from(asked, (item) => Math.exp(-at(point, item)));
		const gamma = symmetric(easiness);
		const one = Array.from(easiness, (own) => without(gamma, own));
		const two = one.map((rest, n) => Array.from(easiness.subarray(0, n), (own) => without(rest, own)));
		for (const { count, rights } of same) {
			const score = rights.reduce((sum, right) => sum + right, 0) / count;
			if (score === 0 || score === asked.length) continue;
			const whole = at(gamma, score);
			value -= count * Math.log(whole);
			const chances = asked.map((item, n) => {
				value -= at(rights, item) * at(point, item);
				return (at(easiness, n) * at(one[n] as Float64Array, score - 1)) / whole;
			});
			asked.forEach((item, n) => {
				const p = chances[n] ?? 0;
				slope[item] = at(slope, item) + count * p - at(rights, item);
				information[item * size + item] = at(information, item * size + item) + count * p * (1 - p);
				for (let m = 0; m < n; m++) {
					const left = score > 1 ? at((two[n] as Float64Array[])[m] as Float64Array, score - 2) : 0;
					const both = (at(easiness, n) * at(easiness, m) * left) / whole;
					const shared = count * (both - p * (chances[m] ?? 0));
					const other = asked[m] ?? 0;
					information[item * size + other] = at(information, item * size + other) + shared;
					information[other * size + item] = at(information, other * size + item) + shared;
				}
			});
		}
	}
	const gauge = information.reduce((sum, each, cell) => sum + (cell % (size + 1) ? 0 : each), 0) / size ** 2;
	return { value, slope, information: information.map((each) => each + gauge), gauge };
}

/** Whether from each item every other one can be reached by people who got the first right and the second wrong. */
function isComparable(rows: readonly Answers[], count: number): boolean {
	const beats = Array.from({ length: count }, () => new Set<number>());
	for (const row of rows) {
		const wrong = row.flatMap((one, item) => (one === 0 ? [item] : []));
		row.forEach((one, item) => {
			if (one === 1) for (const other of wrong) beats[item]?.add(other);
		});
	}
	const reached = (goes: (from: number, to: number) => boolean) => {
		const seen = new Set([0]);
		for (const from of seen) {
			for (let to = 0; to < count; to++) if (goes(from, to)) seen.add(to);
		}
		return seen.size === count;
	};
	return (
		reached((from, to) => beats[from]?.has(to) ?? false) &&
		reached((from, to) => beats[to]?.has(from) ?? false)
	);
}
