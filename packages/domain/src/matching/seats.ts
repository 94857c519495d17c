import { add, at } from './cells.ts';
import { holds } from './pair-lists.ts';
import { areColleagues, isBarred, NOBODY, type Problem } from './problem.ts';

/**
 * An arrangement in the making: every work has as many seats as reviews it lacks, those of work `w` from `from[w]` up
 * to `from[w + 1]`; a seat is open or taken. `load` counts what was begun too.
 */
export type Seats = {
	problem: Problem;
	from: Int32Array;
	work: Int32Array;
	reviewer: Int32Array;
	load: Int32Array;
};

export function openSeats(problem: Problem): Seats {
	const { need, load } = problem;
	const from = new Int32Array(need.length + 1);
	for (let work = 0; work < need.length; work++) from[work + 1] = at(from, work) + at(need, work);

	const count = at(from, need.length);
	const work = new Int32Array(count);
	for (let one = 0; one < need.length; one++) work.fill(one, at(from, one), at(from, one + 1));
	return { problem, from, work, reviewer: new Int32Array(count).fill(NOBODY), load: load.slice() };
}

export function sits({ from, reviewer }: Seats, work: number, who: number): boolean {
	for (let seat = at(from, work); seat < at(from, work + 1); seat++) {
		if (at(reviewer, seat) === who) return true;
	}
	return false;
}

/** Whether the seat could be this reviewer's, whoever has it now; `colleagues` says whether colleagues may. */
export function fits(seats: Seats, seat: number, who: number, colleagues: boolean): boolean {
	const { problem, from, reviewer } = seats;
	const work = at(seats.work, seat);
	if (!colleagues && areColleagues(problem, who, work)) return false;

	for (let other = at(from, work); other < at(from, work + 1); other++) {
		if (other !== seat && at(reviewer, other) === who) return false;
	}
	return !isBarred(problem, who, work);
}

/** Whether two people review each other because of this seat. */
export function makesCouple(seats: Seats, seat: number): boolean {
	return isAnswered(seats, at(seats.reviewer, seat), at(seats.work, seat));
}

/** Whether the author of the work reviews a work of this reviewer. */
export function isAnswered(seats: Seats, who: number, work: number): boolean {
	const { author, own, begun } = seats.problem;
	const writer = at(author, work);
	if (writer === NOBODY) return false;

	for (let theirs = at(own.first, who); theirs !== NOBODY; theirs = at(own.next, theirs)) {
		if (sits(seats, theirs, writer) || holds(begun, theirs, writer)) return true;
	}
	return false;
}

/** Two seats exchange their reviewers; doing it again undoes it. */
export function exchange({ reviewer }: Seats, one: number, other: number) {
	const moved = at(reviewer, one);
	reviewer[one] = at(reviewer, other);
	reviewer[other] = moved;
}

export function vacate({ reviewer, load }: Seats, seat: number) {
	add(load, at(reviewer, seat), -1);
	reviewer[seat] = NOBODY;
}

export function countOpen({ reviewer }: Seats): number {
	let open = 0;
	for (let seat = 0; seat < reviewer.length; seat++) if (at(reviewer, seat) === NOBODY) open++;
	return open;
}
