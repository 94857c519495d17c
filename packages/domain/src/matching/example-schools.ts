import type { AllocationInput, Pair } from './input.ts';

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

/** The same, and colleagues review each other where it cannot be avoided. */
export function lenientSchools(sizes: readonly number[], perWork: number, seed = 1): AllocationInput {
	return { ...schools(sizes, perWork, seed), relax: { colleagues: 'any', loads: true } };
}

export function has(list: readonly Pair[], { reviewer, work }: Pair): boolean {
	return list.some((pair) => pair.reviewer === reviewer && pair.work === work);
}
