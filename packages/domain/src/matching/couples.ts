import { at } from './cells.ts';
import { NOBODY } from './problem.ts';
import { isAnswered, type Seats } from './seats.ts';

/** Couples among all reviews, the begun ones too: two people who review each other. */
export function countCouples(seats: Seats): number {
	const { begun, works } = seats.problem;
	let sides = 0;

	for (let seat = 0; seat < seats.reviewer.length; seat++) {
		const who = at(seats.reviewer, seat);
		if (who !== NOBODY && isAnswered(seats, who, at(seats.work, seat))) sides++;
	}
	for (let work = 0; work < works.length; work++) {
		for (let place = at(begun.from, work); place < at(begun.from, work + 1); place++)
			if (isAnswered(seats, at(begun.reviewers, place), work)) sides++;
	}
	return Math.ceil(sides / 2);
}
