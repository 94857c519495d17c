import { arrange, type Arrangement } from './arrangement.ts';
import { assign } from './assign.ts';
import { join, mix } from './mix.ts';
import { problemOf, type AllocationInput, type Pair, type Position, type Problem } from './problem.ts';
import { randomFrom } from './random.ts';

/** Kept with the seed in the journal: the same version, seed and input give the same allocation. */
export const ALLOCATION_VERSION = 1;

export type Allocation = {
	/** All pairs, the fixed ones too, sorted by work and reviewer. */
	pairs: Pair[];
	/** Works that could not get their number of reviews. */
	short: { work: string; missing: number }[];
	/** Colleagues who review each other's works because it could not be avoided. */
	sameOrganisation: Pair[];
	/** Couples in which two people review each other. */
	reciprocal: number;
	/** 1 when every review can be compared with every other through common reviewers. */
	islands: number;
};

/** Couples that are left after so many beginnings are taken to be unavoidable. */
const ATTEMPTS = 16;

/**
 * Distributes works for review (R115): nobody gets their own work or the same pair twice; every work gets its number
 * whenever that is possible; loads differ by one at most whenever that is possible; colleagues only where it cannot be
 * avoided. Reviewers are mixed so that nobody can foresee theirs, without couples and in one piece where possible.
 */
export function allocate(input: AllocationInput): Allocation {
	const random = randomFrom(input.seed);
	const problem = problemOf(input, random);

	return report(problem, mixed(problem, random));
}

/** The best of a few beginnings. One piece without couples ends the search; so do islands that no mixing joins. */
function mixed(problem: Problem, random: () => number): Arrangement {
	let best = begin(problem, random);

	for (let attempt = 1; attempt < ATTEMPTS && rank(best) > ONE_PIECE; attempt++) {
		const other = begin(problem, random);
		if (rank(other) < rank(best)) best = other;
		if (best.reciprocal() === 0) break;
	}
	return best;
}

function begin(problem: Problem, random: () => number): Arrangement {
	const arrangement = arrange(problem, assign(problem, random));
	mix(arrangement, random);
	join(arrangement);
	return arrangement;
}

/** More than any number of couples: being in one piece comes first. */
const ONE_PIECE = 1e6;

function rank(arrangement: Arrangement): number {
	return arrangement.islands().count * ONE_PIECE + arrangement.reciprocal();
}

function report(problem: Problem, arrangement: Arrangement): Allocation {
	const positions = [...problem.fixed, ...arrangement.pairs];
	const named = positions.map((position) => ({ ...position, pair: nameOf(problem, position) }));
	const missing = [...problem.need];
	for (const { work } of arrangement.pairs) missing[work] = (missing[work] ?? 0) - 1;

	return {
		pairs: named.map(({ pair }) => pair).toSorted(byWork),
		short: problem.works
			.map(({ id }, work) => ({ work: id, missing: missing[work] ?? 0 }))
			.filter((shortage) => shortage.missing > 0)
			.toSorted((a, b) => (a.work < b.work ? -1 : 1)),
		sameOrganisation: named
			.filter(({ reviewer, work }) => problem.isSameOrganisation(reviewer, work))
			.map(({ pair }) => pair)
			.toSorted(byWork),
		reciprocal: arrangement.reciprocal(),
		islands: arrangement.islands().count
	};
}

function nameOf(problem: Problem, { reviewer, work }: Position): Pair {
	return { reviewer: problem.reviewers[reviewer]?.id ?? '', work: problem.works[work]?.id ?? '' };
}

function byWork(a: Pair, b: Pair): number {
	if (a.work !== b.work) return a.work < b.work ? -1 : 1;
	return a.reviewer < b.reviewer ? -1 : 1;
}
