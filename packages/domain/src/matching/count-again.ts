import type { AllocatedWork, Pair } from './input.ts';

/** How many couples review each other, and in how many pieces the reviews are, counted from the pairs alone. */
export function countAgain(
	pairs: readonly Pair[],
	works: readonly AllocatedWork[]
): { reciprocal: number; islands: number } {
	const author = new Map(works.map(({ id, author }) => [id, author]));
	const reviewed = new Map<string, Set<string>>();
	const neighbours = new Map<string, string[]>();

	for (const { reviewer, work } of pairs) {
		const writer = author.get(work) ?? '';
		reviewed.set(reviewer, (reviewed.get(reviewer) ?? new Set()).add(writer));
		push(neighbours, `reviewer ${reviewer}`, `work ${work}`);
		push(neighbours, `work ${work}`, `reviewer ${reviewer}`);
	}
	const answered = pairs.filter(({ reviewer, work }) => reviewed.get(author.get(work) ?? '')?.has(reviewer));
	return { reciprocal: Math.ceil(answered.length / 2), islands: piecesOf(neighbours) };
}

function piecesOf(neighbours: ReadonlyMap<string, string[]>): number {
	const seen = new Set<string>();
	let pieces = 0;

	for (const start of neighbours.keys()) {
		if (seen.has(start)) continue;
		pieces++;
		const reached = [start];
		for (const node of reached) {
			if (seen.has(node)) continue;
			seen.add(node);
			reached.push(...(neighbours.get(node) ?? []));
		}
	}
	return pieces;
}

function push(lists: Map<string, string[]>, key: string, value: string) {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}
