import type { AllocationInput, Pair } from './problem.ts';

/** Schools of the given sizes; everybody has written a work and reviews. */
export function schools(sizes: readonly number[], perWork: number, seed = 1): AllocationInput {
	const reviewers = sizes.flatMap((size, school) =>
		Array.from({ length: size }, (_, n) => ({
			id: `person-${school}-${n}`,
			organisation: `school-${school}`
		}))
	);
	const works = reviewers.map(({ id, organisation }) => ({ id: `work of ${id}`, author: id, organisation }));
	return { works, reviewers, perWork, seed };
}

/**
 * The most reviews that can be given when colleagues never review each other and nobody gives more than `perWork`:
 * N·k plus the smallest, over all numbers y of works chosen by school, of Σ m·min(k, y − yₛ) − k·y.
 */
export function mostReviews(sizes: readonly number[], perWork: number): number {
	const people = sizes.reduce((sum, size) => sum + size, 0);
	let smallest = 0;

	for (let chosen = 0; chosen <= people; chosen++) {
		let best = new Map([[0, 0]]);
		for (const size of sizes) {
			const next = new Map<number, number>();
			for (const [sum, value] of best) {
				for (let own = 0; own <= size && sum + own <= chosen; own++) {
					const found = value + size * Math.min(perWork, chosen - own);
					next.set(sum + own, Math.min(found, next.get(sum + own) ?? Infinity));
				}
			}
			best = next;
		}
		smallest = Math.min(smallest, (best.get(chosen) ?? Infinity) - perWork * chosen);
	}
	return people * perWork + smallest;
}

export function has(list: readonly Pair[], { reviewer, work }: Pair): boolean {
	return list.some((pair) => pair.reviewer === reviewer && pair.work === work);
}
