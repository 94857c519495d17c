import { islandsOf, type Islands } from './islands.ts';
import type { Position, Problem } from './problem.ts';

/** The pairs that exist, with what a change of them costs kept up to date. */
export type Arrangement = {
	pairs: Position[];
	/** Couples in which two people review each other. */
	reciprocal: () => number;
	/** Exchanges the works of two pairs; answers a way back, or null when it is not allowed or adds a colleague. */
	swap: (one: number, other: number) => (() => void) | null;
	islands: () => Islands;
};

export function arrange(problem: Problem, initial: readonly Position[]): Arrangement {
	const pairs = initial.map((pair) => ({ ...pair }));
	const keyOf = (reviewer: number, work: number) => reviewer * problem.works.length + work;
	const present = new Set([...problem.fixed, ...pairs].map(({ reviewer, work }) => keyOf(reviewer, work)));
	const mirror = mirrorOf(problem, keyOf);
	let couples = 0;
	for (const key of present) couples += present.has(mirror(key)) ? 0.5 : 0;

	function remove(key: number) {
		couples -= present.has(mirror(key)) ? 1 : 0;
		present.delete(key);
	}

	function add(key: number) {
		present.add(key);
		couples += present.has(mirror(key)) ? 1 : 0;
	}

	function exchange(a: Position, b: Position) {
		remove(keyOf(a.reviewer, a.work));
		remove(keyOf(b.reviewer, b.work));
		[a.work, b.work] = [b.work, a.work];
		add(keyOf(a.reviewer, a.work));
		add(keyOf(b.reviewer, b.work));
	}

	function swap(one: number, other: number) {
		const [a, b] = [pairs[one], pairs[other]];
		if (!a || !b || a.reviewer === b.reviewer || a.work === b.work) return null;

		const colleagues = colleague(a.reviewer, a.work) + colleague(b.reviewer, b.work);
		if (colleague(a.reviewer, b.work) + colleague(b.reviewer, a.work) > colleagues) return null;
		if (!isFree(a.reviewer, b.work) || !isFree(b.reviewer, a.work)) return null;

		exchange(a, b);
		return () => exchange(a, b);
	}

	function colleague(reviewer: number, work: number): number {
		return problem.isSameOrganisation(reviewer, work) ? 1 : 0;
	}

	function isFree(reviewer: number, work: number): boolean {
		return !present.has(keyOf(reviewer, work)) && problem.mayReview(reviewer, work);
	}

	return {
		pairs,
		swap,
		reciprocal: () => couples,
		islands: () => islandsOf(problem, [...pairs, ...problem.fixed])
	};
}

/** The pair that would make a couple of this one: the author reviews the reviewer's own work. −1 when there is none. */
function mirrorOf(
	problem: Problem,
	keyOf: (reviewer: number, work: number) => number
): (key: number) => number {
	const width = problem.works.length;
	const reviewerAt = new Map(problem.reviewers.map(({ id }, place) => [id, place]));
	const workOf = new Map(problem.works.map(({ author }, place) => [author, place]));
	const author = problem.works.map((work) => reviewerAt.get(work.author) ?? -1);
	const own = problem.reviewers.map(({ id }) => workOf.get(id) ?? -1);

	return (key) => {
		const [reviewer, work] = [author[key % width] ?? -1, own[Math.floor(key / width)] ?? -1];
		return reviewer === -1 || work === -1 ? -1 : keyOf(reviewer, work);
	};
}
