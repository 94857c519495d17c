import { at } from './cells.ts';
import { NOBODY } from './problem.ts';
import type { Seats } from './seats.ts';

/** Islands of people and works that no review joins; `of` names the island of each seat. */
export type Islands = { count: number; of: Int32Array; fewest: number };

/**
 * Components of the graph of reviewers and works, of those who take part. `fewest` is what so few reviews must fall
 * into: each of them joins two at most.
 */
export function islandsOf({ problem, work, reviewer }: Seats): Islands {
	const people = problem.reviewers.length;
	const parent = Int32Array.from({ length: people + problem.works.length }, (_, node) => node);
	const taking = new Uint8Array(parent.length);
	const of = new Int32Array(work.length).fill(NOBODY);
	let [edges, nodes, joined] = [0, 0, 0];

	function rootOf(node: number): number {
		let root = node;
		while (at(parent, root) !== root) {
			parent[root] = at(parent, at(parent, root));
			root = at(parent, root);
		}
		return root;
	}

	function join(who: number, what: number) {
		const [one, other] = [rootOf(who), rootOf(people + what)];
		edges++;
		for (const node of [who, people + what]) {
			nodes += taking[node] ? 0 : 1;
			taking[node] = 1;
		}
		if (one === other) return;
		parent[one] = other;
		joined++;
	}

	for (let seat = 0; seat < work.length; seat++) {
		if (at(reviewer, seat) !== NOBODY) join(at(reviewer, seat), at(work, seat));
	}
	problem.works.forEach((_, what) => {
		for (let place = at(problem.begun.from, what); place < at(problem.begun.from, what + 1); place++)
			join(at(problem.begun.reviewers, place), what);
	});
	for (let seat = 0; seat < work.length; seat++) {
		if (at(reviewer, seat) !== NOBODY) of[seat] = rootOf(at(reviewer, seat));
	}
	return { count: nodes - joined, of, fewest: nodes === 0 ? 0 : Math.max(1, nodes - edges) };
}
