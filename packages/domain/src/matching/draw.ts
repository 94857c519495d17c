import { add, at } from './cells.ts';
import { deal } from './deal.ts';
import { takers } from './levels.ts';
import { NOBODY } from './problem.ts';
import { below, type Random } from './random.ts';
import { exchange, fits, makesCouple, vacate, type Seats } from './seats.ts';

/** So many random partners are tried for a seat that cannot stay. */
const TRIES = 64;

/**
 * Deals the seats out evenly and exchanges what is wrong with random other seats. Where no partner is found the seat
 * stays open; in most cohorts nothing is left to do after it. Answers whether the lot alone decided.
 */
export function draw(seats: Seats, level: number, random: Random): boolean {
	const { reviewer, load } = seats;
	const taken = takers(seats.problem, reviewer.length, level, random);
	const isLot = deal(seats, taken, random);
	for (const one of taken) add(load, one, 1);

	const wrong: number[] = [];
	for (let seat = 0; seat < reviewer.length; seat++) if (!mend(seats, seat, random)) wrong.push(seat);
	for (const seat of wrong) if (!mend(seats, seat, random) && !stands(seats, seat)) vacate(seats, seat);
	return isLot;
}

/** Whether the seat is right, now or after an exchange. */
function mend(seats: Seats, seat: number, random: Random): boolean {
	if (isRight(seats, seat)) return true;

	for (let turn = 0; turn < TRIES; turn++) {
		const other = below(random, seats.reviewer.length);
		if (at(seats.reviewer, other) === NOBODY || other === seat) continue;
		if (!fits(seats, other, at(seats.reviewer, seat), false)) continue;
		if (!fits(seats, seat, at(seats.reviewer, other), false)) continue;

		exchange(seats, seat, other);
		if (!makesCouple(seats, seat) && !makesCouple(seats, other)) return true;
		exchange(seats, seat, other);
	}
	return false;
}

function isRight(seats: Seats, seat: number): boolean {
	return at(seats.reviewer, seat) === NOBODY || (stands(seats, seat) && !makesCouple(seats, seat));
}

/** Whether the seat may be held: a couple is wrong, but can be taken out later. */
function stands(seats: Seats, seat: number): boolean {
	return at(seats.reviewer, seat) === NOBODY || fits(seats, seat, at(seats.reviewer, seat), false);
}
