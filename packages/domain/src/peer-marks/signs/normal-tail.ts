/** How often a standard normal number is above this one. By its series near the middle, by a fraction in the tail. */
export function normalTail(x: number): number {
	if (x < 0) return 1 - normalTail(-x);
	const density = Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
	if (x > FAR) {
		let fraction = x;
		for (let n = MOST_TERMS; n > 0; n--) fraction = x + n / fraction;
		return density / fraction;
	}
	let [term, sum] = [x, x];
	for (let n = 1; n <= MOST_TERMS; n++) {
		term *= x ** 2 / (2 * n + 1);
		sum += term;
	}
	return 0.5 - density * sum;
}

const FAR = 3;
const MOST_TERMS = 120;
