import { shuffled } from './random.ts';

/** `organisation: null` is unknown: it is nobody else's organisation. */
export type AllocatedWork = { id: string; author: string; organisation: string | null };
export type Reviewer = { id: string; organisation: string | null };
export type Pair = { reviewer: string; work: string };

export type AllocationInput = {
	works: readonly AllocatedWork[];
	reviewers: readonly Reviewer[];
	/** Reviews that each work should get. */
	perWork: number;
	seed: number;
	/** Colleagues review each other only where it cannot be avoided; `false` lets them. Default `true`. */
	excludeSameOrganisation?: boolean;
	/** Conflicts of interest. */
	forbidden?: readonly Pair[];
	/** Reviews that are begun or done: they stay and count. */
	fixed?: readonly Pair[];
};

/** The input by position, in an order that depends on the seed and not on how the rows came. */
export type Problem = {
	works: AllocatedWork[];
	reviewers: Reviewer[];
	perWork: number;
	/** Reviews that each reviewer has already. */
	load: number[];
	/** Reviews that each work still lacks. */
	need: number[];
	fixed: Position[];
	/** Never one's own work, never a forbidden pair, never a pair that exists. */
	mayReview: (reviewer: number, work: number) => boolean;
	isSameOrganisation: (reviewer: number, work: number) => boolean;
};

export type Position = { reviewer: number; work: number };

export function problemOf(input: AllocationInput, random: () => number): Problem {
	const works = shuffled(random, input.works.toSorted(byId));
	const reviewers = shuffled(random, input.reviewers.toSorted(byId));
	const workAt = new Map(works.map(({ id }, place) => [id, place]));
	const reviewerAt = new Map(reviewers.map(({ id }, place) => [id, place]));
	const load = reviewers.map(() => 0);
	const need = works.map(() => input.perWork);
	const barred = new Set<number>();
	const fixed: Position[] = [];
	const keyOf = (reviewer: number, work: number) => reviewer * works.length + work;

	for (const pair of [...(input.fixed ?? []), ...(input.forbidden ?? [])]) {
		const [reviewer, work] = [reviewerAt.get(pair.reviewer), workAt.get(pair.work)];
		if (reviewer !== undefined && work !== undefined) barred.add(keyOf(reviewer, work));
	}
	for (const pair of input.fixed ?? []) {
		const [reviewer, work] = [reviewerAt.get(pair.reviewer), workAt.get(pair.work)];
		if (reviewer !== undefined) load[reviewer] = (load[reviewer] ?? 0) + 1;
		if (work !== undefined) need[work] = Math.max(0, (need[work] ?? 0) - 1);
		if (reviewer !== undefined && work !== undefined) fixed.push({ reviewer, work });
	}

	return {
		works,
		reviewers,
		perWork: input.perWork,
		load,
		need,
		fixed,
		mayReview: (reviewer, work) =>
			reviewers[reviewer]?.id !== works[work]?.author && !barred.has(keyOf(reviewer, work)),
		isSameOrganisation: (reviewer, work) => {
			const organisation = reviewers[reviewer]?.organisation ?? null;
			const excludes = input.excludeSameOrganisation ?? true;
			return excludes && organisation !== null && organisation === works[work]?.organisation;
		}
	};
}

function byId(a: { id: string }, b: { id: string }): number {
	return a.id < b.id ? -1 : 1;
}
