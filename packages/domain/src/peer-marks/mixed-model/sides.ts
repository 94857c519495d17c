import type { Effects, Information } from './information.ts';
import { at } from './vectors.ts';

/** The equations with the longer side eliminated: its coefficients are a diagonal, so nothing is lost by that. */
export type Sides = {
	isWorkKept: boolean;
	kept: Float64Array;
	gone: Float64Array;
	ties: Float64Array;
	/** Of each row. */
	keptOf: Int32Array;
	goneOf: Int32Array;
	/** Of each eliminated place. */
	rowsOf: number[][];
};

export function bySides({ design, works, reviewers, ties }: Information): Sides {
	const isWorkKept = works.length <= reviewers.length;
	const [kept, gone] = isWorkKept ? [works, reviewers] : [reviewers, works];
	const [keptOf, goneOf] = isWorkKept
		? [design.workOf, design.reviewerOf]
		: [design.reviewerOf, design.workOf];
	const rowsOf: number[][] = Array.from(gone, () => []);
	goneOf.forEach((place, row) => rowsOf[place]?.push(row));
	return { isWorkKept, kept, gone, ties, keptOf, goneOf, rowsOf };
}

/** The right side that is left for the kept places. */
export function eliminate(sides: Sides, right: Effects): Float64Array {
	const [kept, gone] = ordered(sides, right);
	return addTied(sides, Float64Array.from(kept), divided(gone, sides.gone), -1);
}

/** Both sides, when the kept one is solved. */
export function restore(sides: Sides, right: Effects, kept: Float64Array): Effects {
	const [, rightOfGone] = ordered(sides, right);
	const left = Float64Array.from(rightOfGone);
	for (let row = 0; row < sides.ties.length; row++) {
		const place = at(sides.goneOf, row);
		left[place] = at(left, place) - at(sides.ties, row) * at(kept, at(sides.keptOf, row));
	}
	const gone = divided(left, sides.gone);
	return sides.isWorkKept ? { works: kept, reviewers: gone } : { works: gone, reviewers: kept };
}

/** The coefficients that are left for the kept side, times a vector, without making the matrix. */
export function complementTimes(sides: Sides, vector: Float64Array): Float64Array {
	const gone = new Float64Array(sides.gone.length);
	for (let row = 0; row < sides.ties.length; row++) {
		const place = at(sides.goneOf, row);
		gone[place] = at(gone, place) + at(sides.ties, row) * at(vector, at(sides.keptOf, row));
	}
	const own = vector.map((value, place) => value * at(sides.kept, place));
	return addTied(sides, own, divided(gone, sides.gone), -1);
}

function addTied(sides: Sides, kept: Float64Array, gone: Float64Array, sign: number): Float64Array {
	for (let row = 0; row < sides.ties.length; row++) {
		const place = at(sides.keptOf, row);
		kept[place] = at(kept, place) + sign * at(sides.ties, row) * at(gone, at(sides.goneOf, row));
	}
	return kept;
}

function ordered({ isWorkKept }: Sides, { works, reviewers }: Effects): [Float64Array, Float64Array] {
	return isWorkKept ? [works, reviewers] : [reviewers, works];
}

function divided(values: Float64Array, by: Float64Array): Float64Array {
	return values.map((value, place) => value / at(by, place));
}
