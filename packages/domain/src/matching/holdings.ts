import { add, at } from './cells.ts';
import { NOBODY } from './problem.ts';
import type { Seats } from './seats.ts';

/** The seats that each reviewer holds: the first, and after each seat the next and the one before. */
export type Holdings = { first: Int32Array; next: Int32Array; before: Int32Array };

export function holdingsOf({ reviewer, load }: Seats): Holdings {
	const count = reviewer.length;
	const holdings = {
		first: new Int32Array(load.length).fill(NOBODY),
		next: new Int32Array(count).fill(NOBODY),
		before: new Int32Array(count).fill(NOBODY)
	};
	for (let seat = 0; seat < count; seat++) {
		if (at(reviewer, seat) !== NOBODY) link(holdings, at(reviewer, seat), seat);
	}
	return holdings;
}

/** Gives an open seat to a reviewer. */
export function take(seats: Seats, holdings: Holdings, seat: number, who: number) {
	seats.reviewer[seat] = who;
	add(seats.load, who, 1);
	link(holdings, who, seat);
}

/** Opens a seat and answers whose it was. */
export function leave(seats: Seats, holdings: Holdings, seat: number): number {
	const who = at(seats.reviewer, seat);
	const [before, next] = [at(holdings.before, seat), at(holdings.next, seat)];
	if (before === NOBODY) holdings.first[who] = next;
	else holdings.next[before] = next;
	if (next !== NOBODY) holdings.before[next] = before;
	seats.reviewer[seat] = NOBODY;
	add(seats.load, who, -1);
	return who;
}

function link({ first, next, before }: Holdings, who: number, seat: number) {
	const head = at(first, who);
	next[seat] = head;
	before[seat] = NOBODY;
	if (head !== NOBODY) before[head] = seat;
	first[who] = seat;
}
