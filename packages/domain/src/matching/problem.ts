import { add, at } from './cells.ts';
import type { AllocatedWork, AllocationInput, Pair, Relaxation, Reviewer } from './input.ts';
import { drawn } from './order.ts';
import { holds, pairLists, type PairLists, type Position } from './pair-lists.ts';
import type { Random } from './random.ts';

/** More reviews than anybody can have. */
export const ANY = 2 ** 30;
export const NOBODY = -1;

/** The input by position, in an order that depends on the seed and not on how the rows came. */
export type Problem = {
	works: AllocatedWork[];
	reviewers: Reviewer[];
	/** Where each stands among all when they are sorted by id, and the other way round. */
	order: Record<'works' | 'reviewers', { place: Int32Array; sorted: Int32Array }>;
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
	const [reviewers, works] = [order.reviewers.rows, order.works.rows];
	const reviewerAt = placesOf(reviewers);
	const author = Int32Array.from(works, (work) => reviewerAt.get(work.author) ?? NOBODY);
	const need = Int32Array.from(works, (work) => Math.max(0, work.reviews ?? input.perWork));
	const load = new Int32Array(reviewers.length);
	const { begun, barred } = given(input, works, reviewerAt, { need, load });
	const most = (wanted: boolean, { most, reserve = false }: Reviewer) =>
		wanted === reserve ? Math.min(most ?? ANY, ANY) : 0;

	return {
		works,
		reviewers,
		order,
		organisations: numbered(reviewers, works, input.excludeSameOrganisation ?? true),
		author,
		own: ownWorks(author, reviewers.length),
		need,
		load,
		least: Int32Array.from(reviewers, (one) => Math.min(one.least ?? 0, most(false, one))),
		most: Int32Array.from(reviewers, (one) => most(false, one)),
		reserve: Int32Array.from(reviewers, (one) => most(true, one)),
		begun,
		barred,
		relax: input.relax ?? {}
	};
}

/** Begun pairs take from what is needed and add to loads, also when the other side of the pair has left. */
function given(
	{ fixed = [], forbidden = [] }: AllocationInput,
	works: AllocatedWork[],
	reviewerAt: Map<string, number>,
	{ need, load }: { need: Int32Array; load: Int32Array }
): { begun: PairLists; barred: PairLists } {
	const workAt = placesOf(fixed.length + forbidden.length > 0 ? works : []);
	const place = (pair: Pair): Position => ({
		reviewer: reviewerAt.get(pair.reviewer) ?? NOBODY,
		work: workAt.get(pair.work) ?? NOBODY
	});
	const isKnown = ({ reviewer, work }: Position) => reviewer !== NOBODY && work !== NOBODY;
	const begun = fixed.map(place);

	for (const { reviewer, work } of begun) {
		if (reviewer !== NOBODY) add(load, reviewer, 1);
		if (work !== NOBODY && at(need, work) > 0) add(need, work, -1);
	}
	return {
		begun: pairLists(begun.filter(isKnown), works.length),
		barred: pairLists([...begun, ...forbidden.map(place)].filter(isKnown), works.length)
	};
}

function placesOf(rows: readonly { id: string }[]): Map<string, number> {
	const places = new Map<string, number>();
	rows.forEach(({ id }, place) => places.set(id, place));
	return places;
}

function numbered(reviewers: Reviewer[], works: AllocatedWork[], matter: boolean): Problem['organisations'] {
	const numbers = new Map<string, number>();
	const number = ({ organisation }: { organisation: string | null }) => {
		if (organisation === null || !matter) return NOBODY;
		const known = numbers.get(organisation);
		if (known === undefined) numbers.set(organisation, numbers.size);
		return known ?? numbers.size - 1;
	};
	const [reviewer, work] = [Int32Array.from(reviewers, number), Int32Array.from(works, number)];
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
