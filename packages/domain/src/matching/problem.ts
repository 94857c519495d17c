import { add, at } from './cells.ts';
import type { AllocatedWork, AllocationInput, Pair, Relaxation, Reviewer } from './input.ts';
import { drawn, numbersOf, placesOf, type Drawn } from './order.ts';
import { holds, pairLists, type PairLists, type Positions } from './pair-lists.ts';
import type { Random } from './random.ts';

/** More reviews than anybody can have. */
export const ANY = 2 ** 30;
export const NOBODY = -1;

/** The input by position, in an order that depends on the seed and not on how the rows came. */
export type Problem = {
	works: AllocatedWork[];
	reviewers: Reviewer[];
	order: { works: Drawn<AllocatedWork>; reviewers: Drawn<Reviewer> };
	/** Organisations by number; `NOBODY` where none is known or none matters. */
	organisations: { count: number; reviewer: Int32Array; work: Int32Array };
	/** The reviewer who wrote each work. */
	author: Int32Array;
	/** The works that each reviewer wrote: the first, and after each work the next. */
	own: { first: Int32Array; next: Int32Array };
	/** Reviews that each work still lacks. */
	need: Int32Array;
	/** Reviews that each reviewer has already, bounds of what they may have, and how many a reserve may have. */
	load: Int32Array;
	least: Int32Array;
	most: Int32Array;
	reserve: Int32Array;
	begun: PairLists;
	/** Forbidden and begun pairs. */
	barred: PairLists;
	relax: Relaxation;
};

export function problemOf(input: AllocationInput, random: Random): Problem {
	const order = { reviewers: drawn(random, input.reviewers), works: drawn(random, input.works) };
	const { reviewers, works } = order;
	const reviewerAt = placesOf(reviewers);
	const author = numbersOf(works, (work) => reviewerAt.get(work.author) ?? NOBODY);
	const need = numbersOf(works, (work) => Math.max(0, work.reviews ?? input.perWork));
	const load = new Int32Array(reviewers.rows.length);
	const { begun, barred } = given(input, works, reviewerAt, { need, load });
	const most = numbersOf(reviewers, (one) => (one.reserve ? 0 : Math.min(one.most ?? ANY, ANY)));

	return {
		works: works.rows,
		reviewers: reviewers.rows,
		order,
		organisations: numbered(reviewers, works, input.excludeSameOrganisation ?? true),
		author,
		own: ownWorks(author, load.length),
		need,
		load,
		least: numbersOf(reviewers, ({ least = 0, most = ANY, reserve }) =>
			reserve ? 0 : Math.min(least, most)
		),
		most,
		reserve: numbersOf(reviewers, (one) => (one.reserve ? Math.min(one.most ?? ANY, ANY) : 0)),
		begun,
		barred,
		relax: input.relax ?? {}
	};
}

/** Begun pairs take from what is needed and add to loads, also when the other side of the pair has left. */
function given(
	{ fixed = [], forbidden = [] }: AllocationInput,
	works: Drawn<AllocatedWork>,
	reviewerAt: Map<string, number>,
	{ need, load }: { need: Int32Array; load: Int32Array }
): { begun: PairLists; barred: PairLists } {
	const workAt = fixed.length + forbidden.length > 0 ? placesOf(works) : new Map<string, number>();
	const begun = positions(fixed, reviewerAt, workAt);
	const barred = positions([...fixed, ...forbidden], reviewerAt, workAt);

	for (const { reviewer, work } of fixed) {
		const [who, what] = [reviewerAt.get(reviewer), workAt.get(work)];
		if (who !== undefined) add(load, who, 1);
		if (what !== undefined && at(need, what) > 0) add(need, what, -1);
	}
	return { begun: pairLists(begun, need.length), barred: pairLists(barred, need.length) };
}

/** Pairs of which both sides are known. */
function positions(
	pairs: readonly Pair[],
	reviewerAt: Map<string, number>,
	workAt: Map<string, number>
): Positions {
	const found = { count: 0, reviewers: new Int32Array(pairs.length), works: new Int32Array(pairs.length) };

	for (const pair of pairs) {
		const [reviewer, work] = [reviewerAt.get(pair.reviewer), workAt.get(pair.work)];
		if (reviewer === undefined || work === undefined) continue;
		found.reviewers[found.count] = reviewer;
		found.works[found.count++] = work;
	}
	return found;
}

function numbered(
	reviewers: Drawn<Reviewer>,
	works: Drawn<AllocatedWork>,
	matter: boolean
): Problem['organisations'] {
	const numbers = new Map<string, number>();
	const number = ({ organisation }: { organisation: string | null }) => {
		if (organisation === null || !matter) return NOBODY;
		const known = numbers.get(organisation);
		if (known !== undefined) return known;
		numbers.set(organisation, numbers.size);
		return numbers.size - 1;
	};
	const [reviewer, work] = [numbersOf(reviewers, number), numbersOf(works, number)];
	return { count: numbers.size, reviewer, work };
}

function ownWorks(author: Int32Array, reviewers: number): Problem['own'] {
	const first = new Int32Array(reviewers).fill(NOBODY);
	const next = new Int32Array(author.length).fill(NOBODY);

	author.forEach((reviewer, work) => {
		if (reviewer === NOBODY) return;
		next[work] = at(first, reviewer);
		first[reviewer] = work;
	});
	return { first, next };
}

/** Whether the pair is one's own work, forbidden, or exists already. */
export function isBarred({ author, barred }: Problem, reviewer: number, work: number): boolean {
	return at(author, work) === reviewer || holds(barred, work, reviewer);
}

export function areColleagues({ organisations }: Problem, reviewer: number, work: number): boolean {
	const organisation = at(organisations.reviewer, reviewer);
	return organisation !== NOBODY && organisation === at(organisations.work, work);
}

/** Whether these colleagues may review each other when nothing else is left. */
export function mayColleagues({ relax, reviewers, works }: Problem, reviewer: number, work: number): boolean {
	if (relax.colleagues !== 'other_group') return relax.colleagues === 'any';
	const [one, other] = [reviewers[reviewer]?.group ?? null, works[work]?.group ?? null];
	return one !== null && other !== null && one !== other;
}
