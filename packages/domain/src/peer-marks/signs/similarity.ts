/** A comment of a review. */
export type Comment = { id: string; text: string };

/** Two comments and the share of their runs of words that they have in common. */
export type Likeness = { one: string; other: string; share: number };

const RUN = 3;
const LEAST_RUNS = 6;
const ALIKE = 0.6;

/**
 * Comments that look copied: runs of three words in common, of all that either has (the resemblance of Broder 1997,
 * «On the resemblance and containment of documents»). Short comments are left out: «хорошая работа» is everybody's.
 */
export function alikeComments(comments: readonly Comment[], least = ALIKE): Likeness[] {
	const runs = comments
		.map(({ id, text }) => ({ id, runs: runsOf(text) }))
		.filter((each) => each.runs.size >= LEAST_RUNS)
		.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
	const holders = new Map<string, number[]>();
	const found: Likeness[] = [];

	runs.forEach(({ id, runs: own }, place) => {
		const common = new Map<number, number>();
		for (const run of own) {
			const earlier = holders.get(run) ?? [];
			for (const other of earlier) common.set(other, (common.get(other) ?? 0) + 1);
			holders.set(run, [...earlier, place]);
		}
		for (const [other, count] of [...common].sort(([a], [b]) => a - b)) {
			const { id: one, runs: theirs } = runs[other] ?? { id: '', runs: new Set() };
			const share = count / (own.size + theirs.size - count);
			if (share >= least) found.push({ one, other: id, share });
		}
	});
	return found;
}

/** Letters and digits alone: case, «ё» and punctuation do not hide a copy. */
function runsOf(text: string): Set<string> {
	const words =
		text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.slice(RUN - 1).map((_, place) => words.slice(place, place + RUN).join(' ')));
}
