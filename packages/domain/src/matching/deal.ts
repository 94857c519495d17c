import { add, at } from './cells.ts';
import { NOBODY } from './problem.ts';
import { below, shuffle, type Random } from './random.ts';
import type { Seats } from './seats.ts';

/** An organisation with a greater share of the seats than this would get too many of its own by lot alone. */
const LARGE = 0.4;

/**
 * Who gets each seat: by lot where no organisation is large. Else people and works stand on a circle, organisation by
 * organisation and within it by lot, and the one is turned against the other by more than the largest organisation.
 * Answers whether the lot alone decided.
 */
export function deal(seats: Seats, takers: Int32Array, random: Random): boolean {
	const { problem, reviewer, work } = seats;
	const dealt = new Int32Array(reviewer.length).fill(NOBODY);
	dealt.set(takers);
	shuffle(random, dealt);

	const largest = largestShare(seats);
	const isLot = largest <= LARGE * reviewer.length;
	if (isLot) reviewer.set(dealt);
	else {
		const ranks = shuffle(
			random,
			Int32Array.from({ length: problem.organisations.count + 1 }, (_, one) => one)
		);
		const people = byOrganisation(dealt, problem.organisations.reviewer, ranks);
		const places = byOrganisation(
			shuffle(
				random,
				work.map((_, seat) => seat)
			),
			seatOrganisations(seats),
			ranks
		);
		const turn = turnBy(largest, dealt.length, random);
		places.forEach((seat, place) => (reviewer[seat] = at(people, (place + turn) % people.length)));
	}
	return isLot;
}

/** A turn by at least the largest organisation both ways round, or by half where there is none. */
function turnBy(largest: number, all: number, random: Random): number {
	const free = all - 2 * largest;
	return free <= 0 ? all >>> 1 : largest + below(random, free + 1);
}

function largestShare({ problem, work }: Seats): number {
	const share = new Int32Array(problem.organisations.count + 1);
	let largest = 0;
	for (let seat = 0; seat < work.length; seat++) {
		const own = at(problem.organisations.work, at(work, seat));
		if (own !== NOBODY) largest = Math.max(largest, add(share, own, 1));
	}
	return largest;
}

function seatOrganisations({ problem, work }: Seats): Int32Array {
	return work.map((one) => at(problem.organisations.work, one));
}

/** The list organisation by organisation, in the order of their ranks; those of none stand in a place of their own. */
function byOrganisation(list: Int32Array, organisation: Int32Array, ranks: Int32Array): Int32Array {
	const rankOf = (one: number) => {
		const own = one === NOBODY ? NOBODY : at(organisation, one);
		return at(ranks, own === NOBODY ? ranks.length - 1 : own);
	};
	const next = new Int32Array(ranks.length + 1);
	for (const one of list) add(next, rankOf(one) + 1, 1);
	for (let rank = 0; rank < ranks.length; rank++) add(next, rank + 1, at(next, rank));

	const sorted = new Int32Array(list.length);
	for (const one of list) sorted[add(next, rankOf(one), 1) - 1] = one;
	return sorted;
}
