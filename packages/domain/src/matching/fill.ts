import { add, at } from './cells.ts';
import { NOBODY } from './problem.ts';
import { shuffle, type Random } from './random.ts';
import { begin, follow, restart, type Search } from './search.ts';
import type { Seats } from './seats.ts';

/** Fills open seats while nobody exceeds the bounds; answers how many. After it no chain can fill another one. */
export function fill(
	search: Search,
	bounds: Int32Array,
	colleagues: boolean,
	random: Random,
	deepest?: number
): number {
	for (let filled = 0; ;) {
		const used = once(search, bounds, colleagues, random, deepest);
		if (used === 0) return filled;
		filled += used;
	}
}

/** One search for chains from all open seats. */
export function once(
	search: Search,
	bounds: Int32Array,
	colleagues: boolean,
	random: Random,
	deepest = Infinity
): number {
	const { load } = search.seats;
	restart(search);
	for (const work of shuffle(random, shortWorks(search.seats, 1))) begin(search, work, NOBODY, work);
	return follow(search, { reviewer: (one) => at(load, one) < at(bounds, one), colleagues, deepest });
}

/** Works with at least so many open seats, those that lack most first. */
export function shortWorks(seats: Seats, least: number): Int32Array {
	const open = openIn(seats);
	const works = Int32Array.from(open.keys()).filter((work) => at(open, work) >= least);
	return works.sort((one, other) => at(open, other) - at(open, one));
}

export function openIn({ problem, work, reviewer }: Seats): Int32Array {
	const open = new Int32Array(problem.need.length);
	for (let seat = 0; seat < reviewer.length; seat++) {
		if (at(reviewer, seat) === NOBODY) add(open, at(work, seat), 1);
	}
	return open;
}
