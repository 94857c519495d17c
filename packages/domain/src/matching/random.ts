import { at } from './cells.ts';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

const PARTS = 2 ** 32;

/**
 * A seeded generator, xoshiro128** (Blackman and Vigna 2018), whose state is spread from the seed by splitmix: the
 * same seed gives the same numbers on every machine. The seed is any whole number up to 2⁵³.
 */
export function randomFrom(seed: number): Random {
	const spread = spreading((seed >>> 0) ^ Math.imul(Math.floor(seed / PARTS), 0x9e3779b1));
	let [a, b, c, d] = [spread(), spread(), spread(), spread() | 1];

	return () => {
		const fives = Math.imul(b, 5);
		const mixed = Math.imul((fives << 7) | (fives >>> 25), 9);
		const moved = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= moved;
		d = (d << 11) | (d >>> 21);
		return (mixed >>> 0) / PARTS;
	};
}

function spreading(seed: number): () => number {
	let state = seed | 0;

	return () => {
		state = (state + 0x9e3779b9) | 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return mixed ^ (mixed >>> 15);
	};
}

export function below(random: Random, bound: number): number {
	return Math.floor(random() * bound);
}

/** Shuffles in place (Fisher and Yates) and answers the same list. */
export function shuffle(random: Random, list: Int32Array): Int32Array {
	for (let place = list.length - 1; place > 0; place--) {
		const other = below(random, place + 1);
		const moved = at(list, place);
		list[place] = at(list, other);
		list[other] = moved;
	}
	return list;
}
