import type { Position, Problem } from './problem.ts';

/** Islands of people and works that no review joins; `of` names the island of each pair by its place. */
export type Islands = { count: number; of: number[] };

/** Components of the graph of reviewers and works, counting only those who take part. */
export function islandsOf(problem: Problem, pairs: readonly Position[]): Islands {
	const parent = Array.from({ length: problem.reviewers.length + problem.works.length }, (_, node) => node);

	function rootOf(node: number): number {
		let root = node;
		while (parent[root] !== root) root = parent[root] ?? root;
		parent[node] = root;
		return root;
	}

	for (const { reviewer, work } of pairs) parent[rootOf(reviewer)] = rootOf(problem.reviewers.length + work);

	const of = pairs.map(({ reviewer }) => rootOf(reviewer));
	return { count: new Set(of).size, of };
}
