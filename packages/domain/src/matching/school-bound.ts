import { at } from './cells.ts';

/** More than any number of reviews. */
const UNREACHED = 2 ** 30;

/**
 * The most reviews that people of organisations of these sizes can give when everybody has one work, gives `perWork`
 * at most and reviews no colleague: N·k plus the smallest, over all choices of yₛ works in each organisation with
 * y = Σ yₛ, of Σ mₛ·min(k, y − yₛ) − k·y (Gale 1957). All works are full exactly when nothing is lost.
 */
export function mostReviews(sizes: readonly number[], perWork: number): number {
	const people = sizes.reduce((sum, size) => sum + size, 0);
	let smallest = 0;

	for (let chosen = 1; chosen <= people; chosen++) {
		let best = new Int32Array(chosen + 1).fill(UNREACHED);
		best[0] = 0;
		for (const size of sizes) best = withOrganisation(best, size, perWork);
		smallest = Math.min(smallest, at(best, chosen) - perWork * chosen);
	}
	return people * perWork + smallest;
}

/** The least gift of the organisations so far, for each number of works chosen in them. */
function withOrganisation(before: Int32Array, size: number, perWork: number): Int32Array<ArrayBuffer> {
	const chosen = before.length - 1;
	const next = new Int32Array(before.length).fill(UNREACHED);

	for (let had = 0; had <= chosen; had++) {
		if (at(before, had) === UNREACHED) continue;
		for (let own = 0; own <= Math.min(size, chosen - had); own++) {
			const gift = at(before, had) + size * Math.min(perWork, chosen - own);
			next[had + own] = Math.min(at(next, had + own), gift);
		}
	}
	return next;
}
