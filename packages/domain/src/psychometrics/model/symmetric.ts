import { at } from '../../peer-marks/mixed-model/vectors.ts';

/**
 * Elementary symmetric functions γ₀ … γₖ of k positive numbers: γᵣ is the sum of all products of r of them (Fischer
 * 1974; summed item by item, so that nothing is ever taken away).
 */
export function symmetric(values: Float64Array): Float64Array {
	const gamma = new Float64Array(values.length + 1);
	gamma[0] = 1;
	values.forEach((value, n) => {
		for (let r = n + 1; r > 0; r--) gamma[r] = at(gamma, r) + value * at(gamma, r - 1);
	});
	return gamma;
}

/**
 * The same without one of the numbers, by the difference algorithm: γᵣ = γᵣ' + ε γ'ᵣ₋₁ is taken apart from below
 * and from above, each way as far as it damps its errors (Verhelst, Glas & van der Sluis 1984, «Estimation problems in
 * the Rasch model: the basic symmetric functions»).
 */
export function without(gamma: Float64Array, value: number): Float64Array {
	const rest = new Float64Array(gamma.length - 1);
	const last = rest.length - 1;
	let turn = 0;
	rest[0] = at(gamma, 0);
	while (turn < last && at(gamma, turn + 1) > 2 * value * at(rest, turn)) {
		turn++;
		rest[turn] = at(gamma, turn) - value * at(rest, turn - 1);
	}
	if (turn < last) rest[last] = at(gamma, last + 1) / value;
	for (let r = last - 1; r > turn; r--) rest[r] = (at(gamma, r + 1) - at(rest, r + 1)) / value;
	return rest;
}
