import { add, at } from './cells.ts';

/** Reviewers by work: those of work `w` stand in `reviewers` from `from[w]` up to `from[w + 1]`, in rising order. */
export type PairLists = { from: Int32Array; reviewers: Int32Array };

/** Pairs by position, the first `count` of the lists. */
export type Positions = { count: number; reviewers: Int32Array; works: Int32Array };

/** Lists longer than this are searched by halves. */
const SHORT = 8;

export function pairLists(pairs: Positions, works: number): PairLists {
	const from = new Int32Array(works + 1);
	for (let one = 0; one < pairs.count; one++) add(from, at(pairs.works, one) + 1, 1);
	for (let work = 0; work < works; work++) add(from, work + 1, at(from, work));

	const reviewers = new Int32Array(pairs.count);
	const next = from.slice();
	for (let one = 0; one < pairs.count; one++)
		reviewers[add(next, at(pairs.works, one), 1) - 1] = at(pairs.reviewers, one);
	for (let work = 0; work < works; work++) {
		if (at(from, work + 1) - at(from, work) > 1)
			reviewers.subarray(at(from, work), at(from, work + 1)).sort();
	}
	return { from, reviewers };
}

export function holds({ from, reviewers }: PairLists, work: number, reviewer: number): boolean {
	let [low, high] = [at(from, work), at(from, work + 1)];

	while (high - low > SHORT) {
		const middle = (low + high) >>> 1;
		if (at(reviewers, middle) <= reviewer) low = middle;
		else high = middle;
	}
	for (; low < high; low++) if (at(reviewers, low) === reviewer) return true;
	return false;
}
