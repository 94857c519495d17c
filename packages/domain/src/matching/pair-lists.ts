import { add, at } from './cells.ts';

/** Reviewers by work: those of work `w` stand in `reviewers` from `from[w]` up to `from[w + 1]`, in rising order. */
export type PairLists = { from: Int32Array; reviewers: Int32Array };

export type Position = { reviewer: number; work: number };

/** Lists longer than this are searched by halves. */
const SHORT = 8;

export function pairLists(pairs: readonly Position[], works: number): PairLists {
	const from = new Int32Array(works + 1);
	for (const { work } of pairs) add(from, work + 1, 1);
	for (let work = 0; work < works; work++) add(from, work + 1, at(from, work));

	const reviewers = new Int32Array(pairs.length);
	const next = from.slice();
	for (const { work, reviewer } of pairs) reviewers[add(next, work, 1) - 1] = reviewer;
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
