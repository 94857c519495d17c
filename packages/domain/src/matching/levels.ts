import { at } from './cells.ts';
import { ANY, type Problem } from './problem.ts';
import { below, type Random } from './random.ts';

/** How many more reviews a reviewer may get when the even number is `level`. */
function roomAt({ load, least, most }: Problem, reviewer: number, level: number): number {
	const bound = Math.min(at(most, reviewer), Math.max(at(least, reviewer), level));
	return Math.max(0, bound - at(load, reviewer));
}

/** The least even number with which there is room for so many reviews; the greatest useful one when there is never. */
export function evenLevel(problem: Problem, wanted: number): number {
	const { load, least } = problem;
	const top = wanted + load.reduce((one, other) => Math.max(one, other), 0);
	let low = least.some((bound) => bound > 0) ? 0 : Math.ceil(wanted / Math.max(1, load.length));
	let high = Math.min(low, top);

	for (let step = 1; high < top && roomOfAll(problem, high) < wanted; step *= 2) {
		low = high + 1;
		high = Math.min(top, high + step);
	}
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (roomOfAll(problem, middle) >= wanted) high = middle;
		else low = middle + 1;
	}
	return high;
}

/** Who takes the reviews, each reviewer as often as they take one: even, and where it does not come out even by lot. */
export function takers(problem: Problem, wanted: number, level: number, random: Random): Int32Array {
	const taken = new Int32Array(Math.min(wanted, roomOfAll(problem, level)));
	const last: number[] = [];
	let filled = 0;

	problem.reviewers.forEach((_, reviewer) => {
		const before = level === 0 ? 0 : roomAt(problem, reviewer, level - 1);
		for (let one = 0; one < before; one++) taken[filled++] = reviewer;
		for (let one = before; one < roomAt(problem, reviewer, level); one++) last.push(reviewer);
	});
	while (filled < taken.length) {
		const place = below(random, last.length);
		taken[filled++] = last[place] as number;
		last[place] = last.at(-1) as number;
		last.pop();
	}
	return taken;
}

/** What nobody may exceed when the even number is `level`, the reserve left out; `ANY` lifts it to the own bounds. */
export function boundsAt(problem: Problem, level: number): Int32Array {
	const { load, most } = problem;
	return Int32Array.from(load, (own, reviewer) =>
		Math.max(own, level >= ANY ? at(most, reviewer) : own + roomAt(problem, reviewer, level))
	);
}

function roomOfAll(problem: Problem, level: number): number {
	let room = 0;
	for (let reviewer = 0; reviewer < problem.load.length; reviewer++) room += roomAt(problem, reviewer, level);
	return room;
}
