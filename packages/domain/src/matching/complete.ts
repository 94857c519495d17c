import { at } from './cells.ts';
import { evenOut, hasUneven } from './even-out.ts';
import { fill, once, openIn, shortWorks } from './fill.ts';
import { holdingsOf } from './holdings.ts';
import { boundsAt } from './levels.ts';
import { ANY, NOBODY } from './problem.ts';
import type { Random } from './random.ts';
import { begin, follow, restart, searchOf, type Search } from './search.ts';
import { countOpen, type Seats } from './seats.ts';
import { unseenOf } from './unseen.ts';

/** Works that cannot all be full while nobody exceeds these bounds. */
export type Cut = { works: number[]; bounds: Int32Array };

/**
 * Fills what the lot left open, as far as it can be filled, with loads as even as can be. Where works stay short the
 * shortage is spread over them, and then what the input gives up is used in this order: the reserve, colleagues,
 * greater loads. Answers what stood in the way, or null.
 */
export function complete(seats: Seats, level: number, random: Random): Cut | null {
	if (countOpen(seats) === 0 && !hasUneven(seats)) return null;

	const search = searchOf(seats, holdingsOf(seats), unseenOf(seats.problem, random));
	const bounds = boundsAt(seats.problem, level);
	fill(search, bounds, false, random);
	const cut = countOpen(seats) === 0 ? null : cutOf(search, bounds);
	if (cut) {
		spreadShortage(search);
		giveUp(search, bounds, level, random);
	}
	evenOut(search);
	return cut;
}

function giveUp(search: Search, bounds: Int32Array, level: number, random: Random) {
	const { seats } = search;
	const { reserve, relax } = seats.problem;
	const most = reserve.reduce((one, other) => Math.max(one, other), 0);

	for (let each = 1; each <= most && countOpen(seats) > 0; each++) {
		reserve.forEach((own, reviewer) => {
			if (own >= each) bounds[reviewer] = at(seats.problem.load, reviewer) + each;
		});
		if (fill(search, bounds, false, random) === 0 && each > seats.reviewer.length) break;
	}
	if (relax.colleagues) fill(search, bounds, true, random);
	if (relax.loads) liftLoads(search, level, random);
}

/** Lets everybody have one more, and one more, until nothing is open or nobody could help any more. */
function liftLoads(search: Search, level: number, random: Random) {
	const { seats } = search;
	const colleagues = seats.problem.relax.colleagues !== undefined;
	const lifted = (to: number) =>
		boundsAt(seats.problem, to).map((bound, reviewer) => Math.max(bound, at(seats.load, reviewer)));

	for (let each = level + 1; countOpen(seats) > 0; each++) {
		if (fill(search, lifted(each), colleagues, random) > 0) continue;
		if (once(search, lifted(ANY), colleagues, random) === 0) return;
	}
}

/** After a search that found no chain: what it came to is the least cut (Ford and Fulkerson 1956). */
export function cutOf({ queue, found }: Search, bounds: Int32Array): Cut {
	return { works: [...queue.subarray(0, found)], bounds: bounds.slice() };
}

/** Moves shortages until no work lacks two reviews more than one that it could have them from. */
function spreadShortage(search: Search) {
	const { seats } = search;

	for (let used = 1; used > 0;) {
		const open = openIn(seats);
		restart(search);
		for (const work of shortWorks(seats, 2)) begin(search, work, NOBODY, work);
		used = follow(search, {
			reviewer: () => false,
			work: (work, root) => at(open, work) <= at(open, root) - 2,
			colleagues: false
		});
	}
}
