import { factor, inverseBy, logDeterminant, solveBy } from './cholesky.ts';
import type { Effects, Information, Inverse, Solver } from './information.ts';
import { bySides, eliminate, restore, type Sides } from './sides.ts';
import { at } from './vectors.ts';

/** Solves the equations exactly: the longer side is eliminated, the shorter one is a dense matrix. */
export function exactSolver(information: Information): Solver {
	const sides = bySides(information);
	const size = sides.kept.length;
	const lower = factor(complement(sides), size);

	return {
		inverse: inverseOf(sides, inverseBy(lower, size), logDeterminant(lower, size)),
		solve: (right: Effects) => restore(sides, right, solveBy(lower, eliminate(sides, right)))
	};
}

/** What is left of the coefficients of the kept side when the other one is eliminated (Schur). */
function complement({ kept, gone, ties, keptOf, rowsOf }: Sides): Float64Array {
	const size = kept.length;
	const matrix = new Float64Array(size * size);
	kept.forEach((value, place) => (matrix[place * size + place] = value));
	rowsOf.forEach((rows, place) => {
		for (const one of rows) {
			for (const other of rows) {
				const cell = at(keptOf, one) * size + at(keptOf, other);
				matrix[cell] = at(matrix, cell) - (at(ties, one) * at(ties, other)) / at(gone, place);
			}
		}
	});
	return matrix;
}

function inverseOf(sides: Sides, matrix: Float64Array, logOfKept: number): Inverse {
	const { kept, gone, ties, keptOf, rowsOf, isWorkKept } = sides;
	const size = kept.length;
	const keptInverse = Float64Array.from(kept, (_, place) => at(matrix, place * size + place));
	const goneInverse = new Float64Array(gone.length);
	const tiesInverse = new Float64Array(ties.length);

	rowsOf.forEach((rows, place) => {
		const share = (row: number) => at(ties, row) / at(gone, place);
		for (const one of rows) {
			for (const other of rows)
				tiesInverse[one] =
					at(tiesInverse, one) - share(other) * at(matrix, at(keptOf, other) * size + at(keptOf, one));
		}
		goneInverse[place] = rows.reduce(
			(sum, row) => sum - share(row) * at(tiesInverse, row),
			1 / at(gone, place)
		);
	});
	return {
		works: isWorkKept ? keptInverse : goneInverse,
		reviewers: isWorkKept ? goneInverse : keptInverse,
		ties: tiesInverse,
		logDeterminant: gone.reduce((sum, value) => sum + Math.log(value), logOfKept)
	};
}
