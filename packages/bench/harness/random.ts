/** The same numbers for the same seed, between 0 and 1 (mulberry32). */
export function randomBy(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function oneOf<T>(random: () => number, things: readonly T[]): T {
	const thing = things[Math.floor(random() * things.length)];
	if (thing === undefined) throw new Error('Nothing to choose from');
	return thing;
}
