import type { Allocation } from './allocate.ts';
import type { AllocatedWork, AllocationInput, Pair, Reviewer } from './input.ts';

/** What an input and an allocation say, counted plainly and looked up by id. */
export type Facts = ReturnType<typeof facts>;

export function facts(input: AllocationInput, { pairs, short, sameOrganisation }: Allocation) {
	const { works, reviewers, fixed = [], forbidden = [], excludeSameOrganisation: minds = true } = input;
	const workById = new Map<string, AllocatedWork>(works.map((work) => [work.id, work]));
	const reviewerById = new Map<string, Reviewer>(reviewers.map((reviewer) => [reviewer.id, reviewer]));
	const [given, begun, barred, told] = [pairs, fixed, forbidden, sameOrganisation].map(setOf) as [
		Set<string>,
		Set<string>,
		Set<string>,
		Set<string>
	];
	const isKnown = ({ reviewer, work }: Pair) => workById.has(work) && reviewerById.has(reviewer);
	const got = countBy(pairs, ({ work }) => work);
	const elsewhere = fixed.filter(({ work }) => !workById.has(work));
	const loads = countBy([...pairs, ...elsewhere], ({ reviewer }) => reviewer);
	const begunOf = countBy(fixed, ({ work }) => work);
	const begunBy = countBy(fixed, ({ reviewer }) => reviewer);
	const goneOf = countBy(
		fixed.filter((pair) => !isKnown(pair)),
		({ work }) => work
	);
	const missing = new Map(short.map((one) => [one.work, one.missing]));
	const even = evenNumber(
		input,
		(id) => begunBy.get(id) ?? 0,
		(id) => begunOf.get(id) ?? 0
	);

	return {
		isKnown,
		work: (id: string) => workById.get(id),
		reviewer: (id: string) => reviewerById.get(id),
		isGiven: (pair: Pair) => given.has(keyOf(pair)),
		isFixed: (pair: Pair) => begun.has(keyOf(pair)),
		isForbidden: (pair: Pair) => barred.has(keyOf(pair)),
		isTold: (pair: Pair) => told.has(keyOf(pair)),
		areColleagues({ reviewer, work }: Pair) {
			const own = reviewerById.get(reviewer)?.organisation ?? null;
			return minds && own !== null && own === workById.get(work)?.organisation;
		},
		repeated: pairs.length === given.size ? [] : repeated(pairs),
		load: (reviewer: string) => loads.get(reviewer) ?? 0,
		begunBy: (reviewer: string) => begunBy.get(reviewer) ?? 0,
		room: (reviewer: Reviewer) => Math.max(0, boundOf(reviewer, even) - (begunBy.get(reviewer.id) ?? 0)),
		/** Reviews that a work got, those of people who left, begun ones, wanted ones, and what is said to be missing. */
		counts: (work: string) => ({
			got: got.get(work) ?? 0,
			gone: goneOf.get(work) ?? 0,
			begun: begunOf.get(work) ?? 0,
			wanted: workById.get(work)?.reviews ?? input.perWork,
			reported: missing.get(work) ?? 0
		})
	};
}

/** The least number with which all needed reviews have room when nobody gives more. */
function evenNumber(
	{ works, reviewers, perWork }: AllocationInput,
	begunBy: (id: string) => number,
	begunOf: (id: string) => number
): number {
	const wanted = works.reduce(
		(sum, { id, reviews = perWork }) => sum + Math.max(0, reviews - begunOf(id)),
		0
	);
	const top = wanted + reviewers.reduce((one, { id }) => Math.max(one, begunBy(id)), 0);
	const roomAt = (even: number) =>
		reviewers.reduce((sum, one) => {
			return sum + (one.reserve ? 0 : Math.max(0, boundOf(one, even) - begunBy(one.id)));
		}, 0);

	let even = 0;
	while (even < top && roomAt(even) < wanted) even++;
	return even;
}

function boundOf({ least = 0, most = Infinity }: Reviewer, even: number): number {
	return Math.min(most, Math.max(least, even));
}

function repeated(pairs: readonly Pair[]): Pair[] {
	const seen = new Set<string>();
	return pairs.filter((pair) => seen.size === seen.add(keyOf(pair)).size);
}

function setOf(pairs: readonly Pair[]): Set<string> {
	return new Set(pairs.map(keyOf));
}

function keyOf({ reviewer, work }: Pair): string {
	return `${reviewer} ${work}`;
}

function countBy(pairs: readonly Pair[], name: (pair: Pair) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const pair of pairs) counts.set(name(pair), (counts.get(name(pair)) ?? 0) + 1);
	return counts;
}
