import { complete, type Cut } from './complete.ts';
import { countCouples } from './couples.ts';
import { deficitOf, type Deficit } from './deficit.ts';
import { draw } from './draw.ts';
import type { AllocationInput, Pair } from './input.ts';
import type { Islands } from './islands.ts';
import { join } from './join.ts';
import { evenLevel } from './levels.ts';
import { mix } from './mix.ts';
import { problemOf, type Problem } from './problem.ts';
import { randomFrom, type Random } from './random.ts';
import { countOpen, openSeats, type Seats } from './seats.ts';
import { pairsOf, shortagesOf } from './tell.ts';

/** Kept with the seed in the journal: the same version, seed and input give the same allocation. */
export const ALLOCATION_VERSION = 2;

export type Allocation = {
	/** All pairs, the fixed ones too, sorted by work and reviewer. */
	pairs: Pair[];
	/** Works that could not get their number of reviews. */
	short: { work: string; missing: number }[];
	/** Colleagues who review each other's works: begun before, or given up for lack of others. */
	sameOrganisation: Pair[];
	/** Couples in which two people review each other. */
	reciprocal: number;
	/** 1 when every review can be compared with every other through common reviewers. */
	islands: number;
	/** What stood in the way of a whole allocation by the rules, also when something was given up to get one. */
	deficit: Deficit | null;
};

/** Couples that are left after so many beginnings are taken to be unavoidable. */
const ATTEMPTS = 16;
/** Reviews of all attempts together: a large cohort has fewer of them. */
const EFFORT = 200_000;
/** What the lot alone gave is mixed as thoroughly only while that costs little. */
const MIXED = 6_000;
const STEPS = { each: 20, least: 2_000, most: 600_000 };

/**
 * Distributes works for review (R115): nobody gets their own work, a colleague's, a forbidden one or the same pair
 * twice; every work gets its number whenever that is possible, else as many as can be, spread evenly; loads differ by
 * one at most whenever that is possible. Reviewers are mixed so that nobody can foresee theirs, without couples and in
 * one piece where possible. What `relax` names is given up only for works that would stay short.
 */
export function allocate(input: AllocationInput): Allocation {
	const random = randomFrom(input.seed);
	const problem = problemOf(input, random);

	return report(problem, best(problem, random));
}

type Made = { seats: Seats; cut: Cut | null; islands: Islands; couples: number };

/** The best of a few beginnings: one piece comes first, then few couples. */
function best(problem: Problem, random: Random): Made {
	let found = make(problem, random);
	const attempts = Math.min(ATTEMPTS, EFFORT / Math.max(1, found.seats.reviewer.length));

	for (let attempt = 1; attempt < attempts && found.couples > 0; attempt++) {
		const other = make(problem, random);
		const fewer = other.islands.count - found.islands.count || other.couples - found.couples;
		if (fewer < 0) found = other;
	}
	return found;
}

function make(problem: Problem, random: Random): Made {
	const seats = openSeats(problem);
	const count = seats.reviewer.length;
	const level = evenLevel(problem, count);
	const isLot = draw(seats, level, random) && countOpen(seats) === 0;
	const cut = complete(seats, level, random);
	const steps = Math.min(STEPS.most, Math.max(STEPS.least, STEPS.each * count));
	if (!isLot || count <= MIXED) mix(seats, random, steps);

	return { seats, cut, islands: join(seats, random), couples: countCouples(seats) };
}

function report(problem: Problem, { seats, cut, islands, couples }: Made): Allocation {
	const { pairs, colleagues } = pairsOf(seats);
	return {
		pairs,
		short: shortagesOf(seats),
		sameOrganisation: colleagues,
		reciprocal: couples,
		islands: islands.count,
		deficit: cut && deficitOf(problem, cut)
	};
}
