/** The value of F below which a share of its distribution lies, for degrees of freedom that need not be whole. */
export function quantileOfF(share: number, over: number, under: number): number {
	let [low, high] = [0, 1];
	for (let turn = 0; turn < HALVINGS; turn++) {
		const middle = (low + high) / 2;
		if (incompleteBeta(middle, over / 2, under / 2) < share) low = middle;
		else high = middle;
	}
	return (under * high) / (over * (1 - high));
}

/** How often F is above this value by chance. */
export function tailOfF(value: number, over: number, under: number): number {
	return incompleteBeta(under / (under + over * value), under / 2, over / 2);
}

/** Until the halves of [0, 1] are nothing any more. */
const HALVINGS = 200;

/** The regularised incomplete beta function, by its continued fraction (Lentz 1976; Press and others, ch. 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);

	const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	return (front * fraction(x, a, b)) / a;
}

const TINY = 1e-300;
const MOST_TERMS = 1_000;

function fraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / apart(1 - ((a + b) * x) / (a + 1));
	let value = d;
	for (let m = 1; m <= MOST_TERMS; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		const before = value;
		for (const term of [even, odd]) {
			d = 1 / apart(1 + term * d);
			c = apart(1 + term / c);
			value *= c * d;
		}
		if (Math.abs(value / before - 1) < 1e-15) break;
	}
	return value;
}

function apart(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}

const LANCZOS = [
	676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
	-0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
];

/** Of a positive number (Lanczos 1964). */
function logGamma(x: number): number {
	if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
	const sum = LANCZOS.reduce((all, term, n) => all + term / (x + n), 0.9999999999998099);
	const base = x + LANCZOS.length - 1.5;
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}
