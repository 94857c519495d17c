import { randomFrom } from '../../matching/random.ts';
import type { Effects, Information, Inverse, Solver } from './information.ts';
import { bySides, complementTimes, eliminate, restore, type Sides } from './sides.ts';
import { at, dot } from './vectors.ts';

/** How near a solution comes, a probe, and a message. */
const CLOSE = { solution: 1e-9, probe: 1e-3, message: 1e-7 };
const MOST_STEPS = 500;
const MOST_SWEEPS = 200;

/**
 * For graphs too large for a dense matrix. Solutions by conjugate gradients; variances by Gaussian belief propagation,
 * exact on trees and near it on the sparse graphs of reviews, whose circles are long (Weiss & Freeman 2001; it always
 * settles here, since the coefficients are diagonally dominant: Malioutov, Johnson & Willsky 2006).
 */
export function largeSolver(information: Information): Solver {
	const sides = bySides(information);
	const solve = (right: Effects, close: number) =>
		restore(sides, right, conjugate(sides, eliminate(sides, right), close));
	return {
		inverse: corrected(information, propagated(information), (right) => solve(right, CLOSE.probe)),
		solve: (right: Effects) => solve(right, CLOSE.solution)
	};
}

/** Always the same probes: what was reckoned once comes out again. */
const SEED = 20_011;
/** So many places are asked in all: small graphs by more probes, as each says less. */
const ASKED = 50_000;

/**
 * Short circles make what belief propagation gives a little too small, everywhere alike; sums of the inverse by random
 * probes (Hutchinson 1990) say by how much.
 */
function corrected(information: Information, inverse: Inverse, solve: Solver['solve']): Inverse {
	const { design, works, reviewers, ties } = information;
	const random = randomFrom(SEED);
	const signs = (length: number) => new Float64Array(length).map(() => (random() < 0.5 ? -1 : 1));
	const probes = Math.ceil(ASKED / (works.length + reviewers.length));
	const sums = { works: 0, reviewers: 0, ties: 0 };
	for (let probe = 0; probe < probes; probe++) {
		const asked = { works: signs(works.length), reviewers: signs(reviewers.length) };
		const answer = solve(asked);
		sums.works += dot(asked.works, answer.works) / probes;
		sums.reviewers += dot(asked.reviewers, answer.reviewers) / probes;
		for (let row = 0; row < ties.length; row++) {
			const [work, reviewer] = [at(design.workOf, row), at(design.reviewerOf, row)];
			const there = at(asked.works, work) * at(answer.reviewers, reviewer);
			const back = at(asked.reviewers, reviewer) * at(answer.works, work);
			sums.ties += (there + back) / 2 / probes;
		}
	}
	const scaled = (values: Float64Array, sum: number) => {
		const times = sum / values.reduce((all, value) => all + value, 0);
		return values.map((value) => value * times);
	};
	return {
		works: scaled(inverse.works, sums.works),
		reviewers: scaled(inverse.reviewers, sums.reviewers),
		ties: scaled(inverse.ties, sums.ties),
		logDeterminant: null
	};
}

function conjugate(sides: Sides, right: Float64Array, close: number): Float64Array {
	const x = new Float64Array(right.length);
	const rest = Float64Array.from(right);
	const scaled = () => rest.map((value, place) => value / at(sides.kept, place));
	let direction = scaled();
	let size = dot(rest, direction);
	const enough = size * close ** 2;

	for (let step = 0; step < MOST_STEPS && size > enough; step++) {
		const image = complementTimes(sides, direction);
		const length = size / dot(direction, image);
		for (let place = 0; place < x.length; place++) {
			x[place] = at(x, place) + length * at(direction, place);
			rest[place] = at(rest, place) - length * at(image, place);
		}
		const next = scaled();
		const grown = dot(rest, next);
		direction = next.map((value, place) => value + (grown / size) * at(direction, place));
		size = grown;
	}
	return x;
}

/** Messages run along the rows both ways: how much each end still knows when that row is forgotten. */
function propagated({ design, works, reviewers, ties }: Information): Inverse {
	const { workOf, reviewerOf } = design;
	const fromWork = Float64Array.from(workOf, (work) => at(works, work));
	const fromReviewer = Float64Array.from(reviewerOf, (reviewer) => at(reviewers, reviewer));
	let knownOfWorks = works;
	let knownOfReviewers = reviewers;

	for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
		knownOfWorks = known(works, workOf, ties, fromReviewer);
		const moved = send(fromWork, knownOfWorks, workOf, ties, fromReviewer);
		knownOfReviewers = known(reviewers, reviewerOf, ties, fromWork);
		const alsoMoved = send(fromReviewer, knownOfReviewers, reviewerOf, ties, fromWork);
		if (Math.max(moved, alsoMoved) < CLOSE.message) break;
	}
	return {
		works: knownOfWorks.map((value) => 1 / value),
		reviewers: knownOfReviewers.map((value) => 1 / value),
		ties: ties.map((tie, row) => -tie / (at(fromWork, row) * at(fromReviewer, row) - tie * tie)),
		logDeterminant: null
	};
}

function known(
	own: Float64Array,
	placeOf: Int32Array,
	ties: Float64Array,
	heard: Float64Array
): Float64Array {
	const sums = Float64Array.from(own);
	for (let row = 0; row < ties.length; row++) {
		const place = at(placeOf, row);
		sums[place] = at(sums, place) - at(ties, row) ** 2 / at(heard, row);
	}
	return sums;
}

/** Writes the new messages and answers how far the farthest of them moved. */
function send(
	messages: Float64Array,
	knownOf: Float64Array,
	placeOf: Int32Array,
	ties: Float64Array,
	heard: Float64Array
): number {
	let moved = 0;
	for (let row = 0; row < ties.length; row++) {
		const message = at(knownOf, at(placeOf, row)) + at(ties, row) ** 2 / at(heard, row);
		moved = Math.max(moved, Math.abs(message / at(messages, row) - 1));
		messages[row] = message;
	}
	return moved;
}
