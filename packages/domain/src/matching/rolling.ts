import { add, at } from './cells.ts';
import { cutOf, type Cut } from './complete.ts';
import { deficitOf, type Deficit } from './deficit.ts';
import { liftToLeast } from './even-out.ts';
import { fill } from './fill.ts';
import { holdingsOf } from './holdings.ts';
import type { Pair } from './input.ts';
import { boundsAt, evenLevel } from './levels.ts';
import { partCouples } from './part-couples.ts';
import { ANY, NOBODY, problemOf, type Problem } from './problem.ts';
import { randomFrom, type Random } from './random.ts';
import { byPair, is, sortCurrent, type Dropped, type RollingInput } from './rolling-input.ts';
import { searchOf, type Search } from './search.ts';
import { countOpen, openSeats, type Seats } from './seats.ts';
import { pairsOf, shortagesOf } from './tell.ts';
import { unseenOf } from './unseen.ts';

export type Rolling = {
	/** All pairs that hold now, sorted by work and reviewer. */
	pairs: Pair[];
	added: Pair[];
	dropped: Dropped[];
	short: { work: string; missing: number }[];
	/** What stood in the way of reviews for all with loads that are even. */
	deficit: Deficit | null;
};

/**
 * Allocates again while reviews are going on (R115): late works get reviewers; works of silent ones and of expired
 * leases get others. What was begun never moves, and of what was not as little as can be, so that nobody who can have
 * them is left with less than the own least number. Whoever lost a review
 * because its work was withdrawn is the first to get another one. Loads rise by one above even where they must, then
 * the reserve comes in, then loads rise further.
 */
export function reallocate(input: RollingInput): Rolling {
	const random = randomFrom(input.seed);
	const { allocation, kept, overdue, dropped, released } = sortCurrent(input);
	const problem = problemOf(allocation, random);
	const seats = openSeats(problem);
	const surplus = placeKept(seats, kept);
	const before = seats.reviewer.slice();

	const search = searchOf(seats, holdingsOf(seats), unseenOf(problem, random));
	const cut = fillUp(search, released, random);
	liftToLeast(search);
	partCouples(seats, before, random);

	const pairs = [...pairsOf(seats).pairs, ...overdue, ...surplus].toSorted(byPair);
	const moved = kept.filter((pair) => !pairs.some(is(pair)));
	return {
		pairs,
		added: pairs.filter((pair) => !input.current.some(is(pair))),
		dropped: [...dropped, ...moved.map((pair) => ({ ...pair, because: 'moved' as const }))].toSorted(byPair),
		short: shortagesOf(seats),
		deficit: cut && deficitOf(problem, cut)
	};
}

/** Seats those who have the works already; answers what a work has beyond its number. */
function placeKept(seats: Seats, kept: readonly Pair[]): Pair[] {
	const { works, reviewers } = seats.problem;
	const workAt = new Map(works.map(({ id }, place) => [id, place]));
	const reviewerAt = new Map(reviewers.map(({ id }, place) => [id, place]));

	return kept.filter((pair) => {
		const [work, reviewer] = [workAt.get(pair.work) ?? 0, reviewerAt.get(pair.reviewer) ?? 0];
		let seat = at(seats.from, work);
		while (seat < at(seats.from, work + 1) && at(seats.reviewer, seat) !== NOBODY) seat++;
		add(seats.load, reviewer, 1);
		if (seat === at(seats.from, work + 1)) return true;
		seats.reviewer[seat] = reviewer;
		return false;
	});
}

function fillUp(search: Search, released: ReadonlyMap<string, number>, random: Random): Cut | null {
	const { seats } = search;
	const { reserve, relax, reviewers } = seats.problem;
	const load = seats.load.slice();
	const first = reviewers.map(
		({ id }, one) => at(load, one) + Math.min(released.get(id) ?? 0, spare(seats, one))
	);
	fill(search, Int32Array.from(first), false, random, 0);

	const level = evenLevel(now(seats), countOpen(seats));
	const bounds = boundsAt(now(seats), level);
	fillGently(search, bounds, random);
	if (countOpen(seats) === 0) return null;

	const cut = cutOf(search, bounds);
	fillGently(search, boundsAt(now(seats), level + 1), random);
	for (let each = 1; countOpen(seats) > 0 && each <= seats.reviewer.length; each++) {
		const helped = boundsAt(now(seats), level + 1).map((bound, one) => {
			return at(reserve, one) > 0 ? Math.max(bound, Math.min(at(reserve, one), at(load, one) + each)) : bound;
		});
		fillGently(search, helped, random);
	}
	for (let each = level + 2; countOpen(seats) > 0; each++) {
		if (fillGently(search, boundsAt(now(seats), each), random) > 0) continue;
		if (fillGently(search, boundsAt(now(seats), ANY), random) === 0) break;
	}
	if (relax.colleagues) fill(search, boundsAt(now(seats), level), true, random);
	return cut;
}

/** The shortest chains first: each step of a chain moves a review that somebody has been told of. */
function fillGently(search: Search, bounds: Int32Array, random: Random): number {
	let [filled, seen] = [0, -1];

	for (let deepest = 0; countOpen(search.seats) > 0 && search.found !== seen; deepest++) {
		seen = deepest === 0 ? -1 : search.found;
		filled += fill(search, bounds, false, random, deepest);
	}
	return filled;
}

/** The problem with the loads of this moment. */
function now({ problem, load }: Seats): Problem {
	return { ...problem, load };
}

function spare({ problem, load }: Seats, reviewer: number): number {
	return Math.max(0, at(problem.most, reviewer) - at(load, reviewer));
}
