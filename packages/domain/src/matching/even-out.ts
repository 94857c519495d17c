import { at } from './cells.ts';
import { NOBODY } from './problem.ts';
import { begin, follow, pass, restart, type Search } from './search.ts';
import type { Seats } from './seats.ts';

/**
 * Hands reviews over, through chains, from those who have at least two more than others, and to those who have less
 * than they must. When no such chain is left, no other allocation of these reviews is more even.
 */
export function evenOut(search: Search) {
	const { seats } = search;
	liftToLeast(search);
	for (let used = 1; used > 0;) {
		used = 0;
		const [low, highest] = range(seats);
		for (let high = highest; high >= low + 2; high--) used += relieve(search, high);
	}
}

/** Hands reviews over to those who have less than they must, from those who can spare one. */
export function liftToLeast(search: Search) {
	const { seats } = search;
	const { least } = seats.problem;
	const isBelow = (one: number) => isOrdinary(seats, one) && at(seats.load, one) < at(least, one);

	while (hasAny(seats, isBelow) && handOver(search, () => true, isBelow) > 0);
}

/** Whether anybody has two more than another one, or less than they must. */
export function hasUneven(seats: Seats): boolean {
	const [low, high] = range(seats);
	const isBelow = (one: number) =>
		isOrdinary(seats, one) && at(seats.load, one) < at(seats.problem.least, one);
	return high > low + 1 || hasAny(seats, isBelow);
}

function relieve(search: Search, load: number): number {
	const { seats } = search;
	const { most } = seats.problem;
	const has = (one: number) => at(seats.load, one) === load;
	const couldHave = (one: number) => at(seats.load, one) <= load - 2 && at(seats.load, one) < at(most, one);

	for (let all = 0; ;) {
		const used = handOver(search, has, couldHave);
		if (used === 0) return all;
		all += used;
	}
}

/** Chains that begin with a seat that somebody would leave; each of them leaves one at most. */
function handOver(
	search: Search,
	leaves: (reviewer: number) => boolean,
	gets: (reviewer: number) => boolean
): number {
	const { seats, holdings } = search;
	const { least } = seats.problem;
	restart(search);

	for (let one = 0; one < seats.load.length; one++) {
		if (!isOrdinary(seats, one) || !leaves(one) || at(seats.load, one) <= at(least, one)) continue;
		pass(search, one);
		for (let seat = at(holdings.first, one); seat !== NOBODY; seat = at(holdings.next, seat))
			begin(search, at(seats.work, seat), seat, one);
	}
	return follow(search, { reviewer: (one) => isOrdinary(seats, one) && gets(one), colleagues: false });
}

function isOrdinary({ problem }: Seats, reviewer: number): boolean {
	return at(problem.reserve, reviewer) === 0;
}

function range(seats: Seats): [number, number] {
	let [low, high] = [Infinity, 0];
	for (let one = 0; one < seats.load.length; one++) {
		if (!isOrdinary(seats, one)) continue;
		low = Math.min(low, at(seats.load, one));
		high = Math.max(high, at(seats.load, one));
	}
	return [low, high];
}

function hasAny({ load }: Seats, is: (reviewer: number) => boolean): boolean {
	for (let one = 0; one < load.length; one++) if (is(one)) return true;
	return false;
}
