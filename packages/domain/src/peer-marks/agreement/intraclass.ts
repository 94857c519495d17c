import { mean } from '../centre.ts';
import { quantileOfF, tailOfF } from './f-distribution.ts';

type Coefficient = { value: number; low: number; high: number };

/** Mean squares between targets, within them, between judges, and of the rest, as Shrout and Fleiss write them. */
type MeanSquares = { between: number; within: number; judges: number; rest: number };

export type Intraclass = {
	squares: MeanSquares;
	/** F of the targets, against what is within them and against the rest. */
	f: { oneWay: number; twoWay: number };
	/** How often chance alone gives such an F where targets do not differ. */
	p: { oneWay: number; twoWay: number };
	/** ICC(1,1), (2,1), (3,1): of one judge. */
	single: { oneWay: Coefficient; random: Coefficient; fixed: Coefficient };
	/** ICC(1,k), (2,k), (3,k): of the mean of all judges. */
	average: { oneWay: Coefficient; random: Coefficient; fixed: Coefficient };
};

const WITHIN = 0.95;

/**
 * Intraclass correlations of a full table, targets × judges, with 95 % intervals (Shrout & Fleiss 1979, «Intraclass
 * correlations»; intervals of the two-way random ones by McGraw & Wong 1996). `null` below two targets or judges, or
 * where a row is short.
 */
export function intraclass(table: readonly (readonly number[])[]): Intraclass | null {
	const [n, k] = [table.length, table[0]?.length ?? 0];
	if (n < 2 || k < 2 || table.some(({ length }) => length !== k)) return null;

	const squares = meanSquares(table, n, k);
	const f = { oneWay: squares.between / squares.within, twoWay: squares.between / squares.rest };
	const oneWay = byRatio(f.oneWay, n - 1, n * (k - 1), k);
	const fixed = byRatio(f.twoWay, n - 1, (n - 1) * (k - 1), k);
	const random = twoWayRandom(squares, n, k);
	return {
		squares,
		f,
		p: {
			oneWay: tailOfF(f.oneWay, n - 1, n * (k - 1)),
			twoWay: tailOfF(f.twoWay, n - 1, (n - 1) * (k - 1))
		},
		single: { oneWay: oneWay.single, random: random.single, fixed: fixed.single },
		average: { oneWay: oneWay.average, random: random.average, fixed: fixed.average }
	};
}

function meanSquares(table: readonly (readonly number[])[], n: number, k: number): MeanSquares {
	const grand = mean(table.flat());
	const square = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
	const between = k * square(table.map((row) => mean(row) - grand));
	const judges =
		n * square(Array.from({ length: k }, (_, j) => mean(table.map((row) => row[j] ?? 0)) - grand));
	const total = square(table.flat().map((value) => value - grand));
	return {
		between: between / (n - 1),
		within: (total - between) / (n * (k - 1)),
		judges: judges / (k - 1),
		rest: (total - between - judges) / ((n - 1) * (k - 1))
	};
}

/** What an F ratio says of one judge and of the mean of `k`; the limits are those of F. */
function byRatio(f: number, over: number, under: number, k: number) {
	const tail = (1 + WITHIN) / 2;
	const limits = [f, f / quantileOfF(tail, over, under), f * quantileOfF(tail, under, over)];
	return {
		single: coefficient(limits.map((ratio) => (ratio - 1) / (ratio + k - 1))),
		average: coefficient(limits.map((ratio) => 1 - 1 / ratio))
	};
}

function twoWayRandom({ between, judges, rest }: MeanSquares, n: number, k: number) {
	const value = (between - rest) / (between + (k - 1) * rest + (k * (judges - rest)) / n);
	const ratio = judges / rest;
	const weight = n * (1 + (k - 1) * value) - k * value;
	const freedom =
		((k - 1) * (n - 1) * (k * value * ratio + weight) ** 2) /
		((n - 1) * k ** 2 * value ** 2 * ratio ** 2 + weight ** 2);
	const tail = (1 + WITHIN) / 2;
	const above = quantileOfF(tail, n - 1, freedom);
	const below = quantileOfF(tail, freedom, n - 1);
	const rests = k * judges + (k * n - k - n) * rest;
	const single = [
		value,
		(n * (between - above * rest)) / (above * rests + n * between),
		(n * (below * between - rest)) / (rests + n * below * between)
	];
	return {
		single: coefficient(single),
		average: coefficient(single.map((one) => (k * one) / (1 + (k - 1) * one)))
	};
}

function coefficient([value = 0, low = 0, high = 0]: number[]): Coefficient {
	return { value, low, high };
}

/**
 * ICC(1,1) and ICC(1,k) where each work has its own reviewers and not equally many of them: one-way analysis of
 * variance with the usual number for unequal groups (Donner 1986, «A review of inference procedures for the
 * intraclass correlation coefficient»). `k` is that number. `null` where no two grades of a work can be compared.
 */
export function oneWayIntraclass(
	units: readonly (readonly number[])[]
): { single: number; average: number; k: number } | null {
	const given = units.filter(({ length }) => length > 0);
	const all = given.flat();
	const [n, size] = [given.length, all.length];
	if (n < 2 || size <= n) return null;

	const grand = mean(all);
	let [between, within, squares] = [0, 0, 0];
	for (const unit of given) {
		const centre = mean(unit);
		between += unit.length * (centre - grand) ** 2;
		within += unit.reduce((sum, value) => sum + (value - centre) ** 2, 0);
		squares += unit.length ** 2;
	}
	const k = (size - squares / size) / (n - 1);
	const [ofUnits, ofRest] = [between / (n - 1), within / (size - n)];
	if (ofUnits === 0) return null;
	return {
		single: (ofUnits - ofRest) / (ofUnits + (k - 1) * ofRest),
		average: (ofUnits - ofRest) / ofUnits,
		k
	};
}
