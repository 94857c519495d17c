/** A draw from the standard normal distribution (Box & Muller 1958). */
export function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Shuffles in place (Fisher & Yates). */
export function shuffle<T extends Float64Array | unknown[]>(random: () => number, list: T): T {
	for (let place = list.length - 1; place > 0; place--) {
		const other = Math.floor(random() * (place + 1));
		const moved = list[place] as T[number];
		list[place] = list[other] as T[number];
		list[other] = moved;
	}
	return list;
}

/** A draw from the gamma distribution with a shape of one or more (Marsaglia & Tsang 2000). */
export function gamma(random: () => number, shape: number, rate: number): number {
	const base = shape - 1 / 3;
	const scale = 1 / Math.sqrt(9 * base);
	for (;;) {
		const x = normal(random);
		const cube = (1 + scale * x) ** 3;
		if (cube > 0 && Math.log(1 - random()) < x ** 2 / 2 + base * (1 - cube + Math.log(cube)))
			return (base * cube) / rate;
	}
}
