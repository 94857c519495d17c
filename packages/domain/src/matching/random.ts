/** A small seeded generator (mulberry32): the same seed gives the same numbers on every machine. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;

	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function below(random: () => number, bound: number): number {
	return Math.floor(random() * bound);
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(random: () => number, list: readonly T[]): T[] {
	const copy = [...list];

	for (let place = copy.length - 1; place > 0; place--) {
		const other = below(random, place + 1);
		const moved = copy[place] as T;
		copy[place] = copy[other] as T;
		copy[other] = moved;
	}
	return copy;
}
