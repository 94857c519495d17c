import { at } from './cells.ts';
import { leave, take, type Holdings } from './holdings.ts';
import { isBarred, mayColleagues, NOBODY, type Problem } from './problem.ts';
import { sits, type Seats } from './seats.ts';
import { forget, isUnseen, see, type Unseen } from './unseen.ts';

/**
 * A search for chains of takeovers (augmenting paths of Ford and Fulkerson 1956), many at once as Hopcroft and Karp
 * 1973 do: somebody takes a work that lacks a review, another one takes what they leave for it, and so on. Pairs that
 * are allowed are never listed: the works wait in a queue, and each reviewer is taken from the unseen once.
 */
export type Search = {
	seats: Seats;
	holdings: Holdings;
	unseen: Unseen;
	/** Works in the order in which they were found. */
	queue: Int32Array;
	found: number;
	/** By work: whether it was found, the seat that somebody would leave in it, how many would, and where it began. */
	seen: Uint8Array;
	depth: Int32Array;
	via: Int32Array;
	root: Int32Array;
	/** By reviewer: the work that they would take. */
	takes: Int32Array;
	/** Beginnings whose chain was used: what hangs on them is out of date. */
	spent: Set<number>;
};

export type Ends = {
	/** Whether a chain may end with this reviewer getting one more. */
	reviewer(reviewer: number): boolean;
	/** Whether a chain may end with this work losing one; answers for the beginning of the chain. */
	work?(work: number, root: number): boolean;
	colleagues: boolean;
	/** No chain moves more reviews than this. */
	deepest?: number;
};

export function searchOf(seats: Seats, holdings: Holdings, unseen: Unseen): Search {
	const [works, reviewers] = [seats.problem.need.length, seats.load.length];
	return {
		...{ seats, holdings, unseen, found: 0 },
		queue: new Int32Array(works),
		seen: new Uint8Array(works),
		depth: new Int32Array(works),
		via: new Int32Array(works),
		root: new Int32Array(works),
		takes: new Int32Array(reviewers),
		spent: new Set()
	};
}

export function restart(search: Search) {
	search.found = 0;
	search.seen.fill(0);
	search.takes.fill(NOBODY);
	search.spent.clear();
	forget(search.unseen);
}

/** A work from which chains begin: with an open seat in it, or with `seat`, which its holder would leave. */
export function begin(search: Search, work: number, seat: number, root: number, depth = 0) {
	if (search.seen[work]) return;
	search.seen[work] = 1;
	search.depth[work] = depth;
	search.via[work] = seat;
	search.root[work] = root;
	search.queue[search.found++] = work;
}

/** Follows all chains once; answers how many were used. None: there is no such chain. */
export function follow(search: Search, ends: Ends): number {
	let [used, late] = [0, 0];

	for (let place = 0; ;) {
		for (; place < search.found; place++) used += fromWork(search, at(search.queue, place), ends) ? 1 : 0;
		if (used > 0 || !ends.colleagues || late === search.found) return used;
		used += toColleagues(search, at(search.queue, late++), ends) ? 1 : 0;
	}
}

function fromWork(search: Search, work: number, ends: Ends): boolean {
	const { unseen, seats, spent, root } = search;
	const own = at(seats.problem.organisations.work, work);

	for (let one = unseen.open - 1; one >= 0 && !spent.has(at(root, work)); one--) {
		const organisation = at(unseen.organisations, one);
		if (at(unseen.left, organisation) === 0)
			unseen.organisations[one] = at(unseen.organisations, --unseen.open);
		else if (organisation !== own && fromOrganisation(search, work, organisation, ends)) return true;
	}
	return false;
}

function toColleagues(search: Search, work: number, ends: Ends): boolean {
	const own = at(search.seats.problem.organisations.work, work);
	return (
		own !== NOBODY && !search.spent.has(at(search.root, work)) && fromOrganisation(search, work, own, ends)
	);
}

function fromOrganisation(search: Search, work: number, organisation: number, ends: Ends): boolean {
	const { unseen, seats } = search;
	const { problem } = seats;
	const from = at(unseen.from, organisation);
	const colleagues = organisation === at(problem.organisations.work, work);

	for (let place = from + at(unseen.left, organisation) - 1; place >= from; place--) {
		const reviewer = at(unseen.members, place);
		if (isOut(problem, reviewer, work, colleagues) || sits(seats, work, reviewer)) continue;
		see(unseen, reviewer);
		search.takes[reviewer] = work;
		if (ends.reviewer(reviewer)) {
			takeOver(search, reviewer);
			return true;
		}
		if (reach(search, reviewer, ends)) return true;
	}
	return false;
}

function isOut(problem: Problem, reviewer: number, work: number, colleagues: boolean): boolean {
	return isBarred(problem, reviewer, work) || (colleagues && !mayColleagues(problem, reviewer, work));
}

/** The works that the reviewer could leave for the one they take. */
function reach(search: Search, reviewer: number, ends: Ends): boolean {
	const { seats, holdings, root, takes } = search;
	const beginning = at(root, at(takes, reviewer));
	const depth = at(search.depth, at(takes, reviewer)) + 1;
	if (depth > (ends.deepest ?? Infinity)) return false;

	for (let seat = at(holdings.first, reviewer); seat !== NOBODY; seat = at(holdings.next, seat)) {
		const work = at(seats.work, seat);
		if (search.seen[work]) continue;
		begin(search, work, seat, beginning, depth);
		if (!ends.work?.(work, beginning)) continue;
		leave(seats, holdings, seat);
		takeOver(search, reviewer);
		return true;
	}
	return false;
}

/** Carries the chain out, from its end back to its beginning. */
function takeOver(search: Search, last: number) {
	const { seats, holdings, via, takes } = search;
	search.spent.add(at(search.root, at(takes, last)));

	for (let reviewer = last; reviewer !== NOBODY;) {
		const work = at(takes, reviewer);
		const seat = at(via, work);
		const left = seat === NOBODY ? NOBODY : leave(seats, holdings, seat);
		take(seats, holdings, seat === NOBODY ? openSeat(seats, work) : seat, reviewer);
		reviewer = left === NOBODY || at(takes, left) === NOBODY ? NOBODY : left;
	}
}

function openSeat({ from, reviewer }: Seats, work: number): number {
	let seat = at(from, work);
	while (at(reviewer, seat) !== NOBODY) seat++;
	return seat;
}

/** Leaves somebody out of the search: nobody's chain goes through them. */
export function pass({ unseen }: Search, reviewer: number) {
	if (isUnseen(unseen, reviewer)) see(unseen, reviewer);
}
