import { answered, chanceOf, testInformation, type Answers, type Item } from './item.ts';

/** A place on the scale of the items, in logits, and its standard error. */
export type Ability = { theta: number; se: number };

/** So far beyond the outermost item, in its own logits, no place is sought. */
const BEYOND = 40;

/**
 * Warm's weighted likelihood estimate: the root of score + J/(2I), with bias of order 1/n taken out, finite for every
 * score, none right and all right too; se = 1/√I (Warm 1989, «Weighted likelihood estimation of ability in item
 * response theory»). `null` when nothing was answered.
 */
export function warm(items: readonly Item[], answers: Answers): Ability | null {
	const given = answered(items, answers);
	if (given.length === 0) return null;
	const asked = given.map(({ item }) => item);
	return placed(asked, {
		height: (theta) => likelihood(given, theta) + Math.log(testInformation(asked, theta)) / 2,
		slope: (theta) => {
			let [score, information, third] = [0, 0, 0];
			for (const { item, right } of given) {
				const p = chanceOf(item, theta);
				score += item.slope * (right - p);
				information += item.slope ** 2 * p * (1 - p);
				third += item.slope ** 3 * p * (1 - p) * (1 - 2 * p);
			}
			return information > 0 ? score + third / (2 * information) : score;
		}
	});
}

/** The likeliest place, se = 1/√I. `null` where all answers are right or all wrong: then it has no end. */
export function likeliest(items: readonly Item[], answers: Answers): Ability | null {
	const given = answered(items, answers);
	const rights = given.filter(({ right }) => right === 1).length;
	if (rights === 0 || rights === given.length) return null;
	return placed(
		given.map(({ item }) => item),
		{
			height: (theta) => likelihood(given, theta),
			slope: (theta) =>
				given.reduce((sum, { item, right }) => sum + item.slope * (right - chanceOf(item, theta)), 0)
		}
	);
}

/** A normal distribution of people, and the grid on which it is summed. */
export type Population = { mean?: number; sd?: number; from?: number; to?: number; nodes?: number };

/**
 * The mean of what is believed after the answers, beginning with a normal distribution, and its standard deviation
 * (Bock & Mislevy 1982, «Adaptive EAP estimation of ability in a microcomputer environment»). By default N(0, 1) on 33
 * points from −4 to 4, by the trapezoid rule. Without answers it is the distribution itself.
 */
export function expected(
	items: readonly Item[],
	answers: Answers,
	{ mean = 0, sd = 1, from = -4, to = 4, nodes = 33 }: Population = {}
): Ability {
	const given = answered(items, answers);
	const points = Array.from({ length: nodes }, (_, n) => from + ((to - from) * n) / (nodes - 1));
	const logs = points.map((theta) => likelihood(given, theta) - (theta - mean) ** 2 / (2 * sd ** 2));
	const top = Math.max(...logs);
	const weights = logs.map((log, n) => Math.exp(log - top) / (n === 0 || n === nodes - 1 ? 2 : 1));
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const moment = (of: (theta: number) => number) =>
		points.reduce((sum, theta, n) => sum + of(theta) * (weights[n] ?? 0), 0) / all;
	const theta = moment((point) => point);
	return { theta, se: Math.sqrt(moment((point) => (point - theta) ** 2)) };
}

/** The logarithm of how likely these answers are. */
function likelihood(given: ReturnType<typeof answered>, theta: number): number {
	return given.reduce((sum, { item, right }) => {
		const x = item.slope * (theta - item.difficulty) * (right ? 1 : -1);
		return sum + (x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x)));
	}, 0);
}

/** Among the items tops may lie close together; far from them there is one at most. */
const NEAR = 6;
const FINE = 0.25;
const COARSE = 60;
const HALVINGS = 60;

/**
 * Where a function of θ is highest: of the tops that a grid shows, each found where its slope is nought, the highest.
 * Items that lie far apart may give it two of nearly one height.
 */
function placed(
	items: Item[],
	{ height, slope }: Record<'height' | 'slope', (theta: number) => number>
): Ability {
	const grid = gridAround(items);
	const heights = grid.map(height);
	const at = (n: number) => heights[n] ?? -Infinity;
	let [theta, highest] = [grid[0] ?? 0, -Infinity];
	grid.forEach((place, n) => {
		if (at(n) < at(n + 1) || at(n) <= at(n - 1)) return;
		const top = levelBetween(slope, grid[n - 1] ?? place, grid[n + 1] ?? place);
		const here = height(top);
		if (here > highest) [theta, highest] = [top, here];
	});
	return { theta, se: 1 / Math.sqrt(testInformation(items, theta)) };
}

function gridAround(items: Item[]): number[] {
	const places = items.map(({ difficulty }) => difficulty);
	const far = BEYOND / Math.min(...items.map((item) => Math.abs(item.slope)));
	const [low, high] = [Math.min(...places) - NEAR, Math.max(...places) + NEAR];
	const between = (from: number, to: number, count: number) =>
		Array.from({ length: count }, (_, n) => from + ((to - from) * n) / count);
	return [
		...between(low - far, low, COARSE),
		...between(low, high, Math.ceil((high - low) / FINE)),
		...between(high, high + far, COARSE),
		high + far
	];
}

function levelBetween(slope: (theta: number) => number, low: number, high: number): number {
	for (let turn = 0; turn < HALVINGS; turn++) {
		const middle = (low + high) / 2;
		if (slope(middle) > 0) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
