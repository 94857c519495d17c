import { at } from './vectors.ts';

/** The lower factor of a symmetric positive definite matrix, row by row. The upper half is neither read nor written. */
export function factor(matrix: Float64Array, size: number): Float64Array {
	const lower = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		for (let column = 0; column <= row; column++) {
			let sum = at(matrix, row * size + column);
			const [one, other] = [row * size, column * size];
			for (let k = 0; k < column; k++) sum -= at(lower, one + k) * at(lower, other + k);
			lower[one + column] = row === column ? Math.sqrt(sum) : sum / at(lower, other + column);
		}
	}
	return lower;
}

/** Solves L L' x = right side. */
export function solveBy(lower: Float64Array, right: Float64Array): Float64Array {
	const size = right.length;
	const x = Float64Array.from(right);
	for (let row = 0; row < size; row++) {
		let sum = at(x, row);
		for (let k = 0; k < row; k++) sum -= at(lower, row * size + k) * at(x, k);
		x[row] = sum / at(lower, row * size + row);
	}
	for (let row = size - 1; row >= 0; row--) {
		const value = at(x, row) / at(lower, row * size + row);
		x[row] = value;
		for (let k = 0; k < row; k++) x[k] = at(x, k) - at(lower, row * size + k) * value;
	}
	return x;
}

/** The inverse of L L', whole. */
export function inverseBy(lower: Float64Array, size: number): Float64Array {
	const half = inverseOfLower(lower, size);
	const inverse = new Float64Array(size * size);
	for (let k = 0; k < size; k++) {
		const from = k * size;
		for (let row = 0; row <= k; row++) {
			const factorOfRow = at(half, from + row);
			for (let column = 0; column <= row; column++) {
				const place = row * size + column;
				inverse[place] = at(inverse, place) + factorOfRow * at(half, from + column);
			}
		}
	}
	for (let row = 0; row < size; row++) {
		for (let column = 0; column < row; column++)
			inverse[column * size + row] = at(inverse, row * size + column);
	}
	return inverse;
}

function inverseOfLower(lower: Float64Array, size: number): Float64Array {
	const inverse = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		const to = row * size;
		for (let k = 0; k < row; k++) {
			const times = at(lower, to + k);
			if (times === 0) continue;
			for (let column = 0; column <= k; column++)
				inverse[to + column] = at(inverse, to + column) - times * at(inverse, k * size + column);
		}
		const diagonal = at(lower, to + row);
		for (let column = 0; column < row; column++) inverse[to + column] = at(inverse, to + column) / diagonal;
		inverse[to + row] = 1 / diagonal;
	}
	return inverse;
}

export function logDeterminant(lower: Float64Array, size: number): number {
	let sum = 0;
	for (let row = 0; row < size; row++) sum += 2 * Math.log(at(lower, row * size + row));
	return sum;
}
