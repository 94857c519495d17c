import { allocate, type Allocation } from './allocate.ts';
import type { AllocatedWork, AllocationInput, Reviewer } from './input.ts';
import { verify } from './verify.ts';

/** What the worst-placed work and the busiest reviewer get when the option is taken. */
export type WorstCase = {
	/** Reviews that still miss. */
	missing: number;
	fewestReviews: number;
	mostLoad: number;
	colleagues: number;
};

export type Option = {
	/** The input that gives exactly this result, to allocate with when it is chosen. */
	input: AllocationInput;
	allocation: Allocation;
	worst: WorstCase;
} & (
	| { kind: 'reserve'; reserve: { reviewer: string; reviews: number }[] }
	| { kind: 'fewer'; works: { work: string; reviews: number }[] }
	| { kind: 'more'; reviewers: { reviewer: string; reviews: number }[] }
	| { kind: 'other_group' | 'colleagues'; pairs: number }
);

/**
 * What can be done when works stay short, each way solved again from the same seed: a reserve (tutors, experts,
 * graduates), fewer reviews for some works, more reviews by some people, colleagues of another group, any colleagues.
 * Ways that change nothing are left out; none when nothing is missing.
 */
export function optionsFor(input: AllocationInput, reserve: readonly Reviewer[] = []): Option[] {
	const strict: AllocationInput = { ...input, relax: {} };
	const found = allocate(strict);
	if (found.short.length === 0) return [];

	const before = missingOf(found);
	const options = [
		...withReserve(strict, reserve),
		withFewer(strict, found),
		withMore(strict),
		withColleagues(strict, 'other_group'),
		withColleagues(strict, 'any')
	];
	return options.filter(({ kind, worst }) => kind === 'fewer' || worst.missing < before);
}

function withReserve(strict: AllocationInput, reserve: readonly Reviewer[]): Option[] {
	if (reserve.length === 0) return [];
	const reviewers = [...strict.reviewers, ...reserve.map((one) => ({ ...one, reserve: true }))];
	const solved = solve({ ...strict, reviewers });
	const helping = loadsOf(solved.allocation).filter(([id]) => reserve.some((one) => one.id === id));
	return [
		{ kind: 'reserve', reserve: helping.map(([reviewer, reviews]) => ({ reviewer, reviews })), ...solved }
	];
}

function withFewer(strict: AllocationInput, { short }: Allocation): Option {
	const missing = new Map(short.map((one) => [one.work, one.missing]));
	const reviewsOf = ({ id, reviews = strict.perWork }: AllocatedWork) => reviews - (missing.get(id) ?? 0);
	const works = strict.works.map((work) =>
		missing.has(work.id) ? { ...work, reviews: reviewsOf(work) } : work
	);
	const fewer = works.filter(({ id }) => missing.has(id));

	return {
		kind: 'fewer',
		works: fewer
			.map(({ id, reviews = 0 }) => ({ work: id, reviews }))
			.toSorted((a, b) => (a.work < b.work ? -1 : 1)),
		/** Fewer reviews make the even number less: who gave more before may do so still. */
		...solve({ ...strict, works, relax: { loads: true } })
	};
}

function withMore(strict: AllocationInput): Option {
	const solved = solve({ ...strict, relax: { loads: true } });
	const even = Math.max(0, ...loadsOf(allocate(strict)).map(([, load]) => load));
	const busy = loadsOf(solved.allocation).filter(([, load]) => load > even);
	return { kind: 'more', reviewers: busy.map(([reviewer, reviews]) => ({ reviewer, reviews })), ...solved };
}

function withColleagues(strict: AllocationInput, colleagues: 'other_group' | 'any'): Option {
	const solved = solve({ ...strict, relax: { colleagues } });
	const kind = colleagues === 'any' ? 'colleagues' : colleagues;
	return { kind, pairs: solved.allocation.sameOrganisation.length, ...solved };
}

function solve(input: AllocationInput): Pick<Option, 'input' | 'allocation' | 'worst'> {
	const allocation = allocate(input);
	const got = Map.groupBy(allocation.pairs, ({ work }) => work);
	const fewest = input.works.reduce((least, { id }) => Math.min(least, got.get(id)?.length ?? 0), Infinity);

	return {
		input,
		allocation,
		worst: {
			missing: missingOf(allocation),
			fewestReviews: fewest === Infinity ? 0 : fewest,
			mostLoad: Math.max(
				verify(input, allocation).loads.most,
				...loadsOf(allocation).map(([, load]) => load)
			),
			colleagues: allocation.sameOrganisation.length
		}
	};
}

function missingOf({ short }: Allocation): number {
	return short.reduce((sum, { missing }) => sum + missing, 0);
}

function loadsOf({ pairs }: Allocation): [string, number][] {
	const loads = [...Map.groupBy(pairs, ({ reviewer }) => reviewer)];
	return loads
		.map(([reviewer, own]): [string, number] => [reviewer, own.length])
		.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
