import { at } from './cells.ts';
import type { Pair } from './input.ts';
import { areColleagues, NOBODY } from './problem.ts';
import type { Seats } from './seats.ts';

/** All pairs, and those of colleagues among them, sorted by work and reviewer: the order gives nothing away. */
export function pairsOf(seats: Seats): { pairs: Pair[]; colleagues: Pair[] } {
	const { problem, from } = seats;
	const { begun, order } = problem;
	const { works, reviewers } = order;
	const pairs: Pair[] = [];
	const colleagues: Pair[] = [];

	for (let one = 0; one < works.sorted.length; one++) {
		const [work, id] = [at(works.sorted, one), works.settled[one]?.id ?? ''];
		const ranks: number[] = [];
		for (let place = at(begun.from, work); place < at(begun.from, work + 1); place++)
			insert(ranks, at(reviewers.place, at(begun.reviewers, place)));
		for (let seat = at(from, work); seat < at(from, work + 1); seat++) {
			const who = at(seats.reviewer, seat);
			if (who !== NOBODY) insert(ranks, at(reviewers.place, who));
		}
		for (const rank of ranks) {
			const pair = { reviewer: reviewers.settled[rank]?.id ?? '', work: id };
			pairs.push(pair);
			if (areColleagues(problem, at(reviewers.sorted, rank), work)) colleagues.push(pair);
		}
	}
	return { pairs, colleagues };
}

export function shortagesOf({ problem, from, reviewer }: Seats): { work: string; missing: number }[] {
	const short: { work: string; missing: number }[] = [];

	for (const work of problem.order.works.sorted) {
		let missing = 0;
		for (let seat = at(from, work); seat < at(from, work + 1); seat++)
			missing += at(reviewer, seat) === NOBODY ? 1 : 0;
		if (missing > 0) short.push({ work: problem.works[work]?.id ?? '', missing });
	}
	return short;
}

/** Keeps a short list in rising order. */
function insert(list: number[], value: number) {
	let place = list.length;
	for (; place > 0 && (list[place - 1] as number) > value; place--) list[place] = list[place - 1] as number;
	list[place] = value;
}
