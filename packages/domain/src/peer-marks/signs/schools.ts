import { randomFrom } from '../../matching/random.ts';
import { mean } from '../centre.ts';
import { shuffle } from '../chance.ts';
import { keepDiscoveries } from './false-discovery.ts';

/** How far a grade is above what the model expects of it, by the schools of its reviewer and of its author. */
export type SchoolGrade = { reviewer: string; work: string; from: string; to: string; residual: number };

/** `p`: how often chance alone would favour that school so much. `isKept`: it stands among all that were tested. */
export type Favour = { from: string; to: string; grades: number; mean: number; p: number; isKept: boolean };

type Test = { seed: number; permutations?: number; rate?: number; leastGrades?: number };

/** Fewer grades than this from one school to another are nobody's habit. */
const LEAST_GRADES = 3;

/**
 * Whether reviewers of one school favour another one (or their own): each mean residual beside those that come when
 * residuals are dealt out anew, one-sided, and only what outlives the number of tests. A sign to look, not a proof.
 */
export function favoursOf(
	grades: readonly SchoolGrade[],
	{ seed, permutations = 10_000, rate = 0.05, leastGrades = LEAST_GRADES }: Test
): Favour[] {
	const rows = grades.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || a.residual - b.residual);
	const places = Map.groupBy(rows.keys(), (place) => pairOf(rows[place]));
	const pairs = [...places.values()].filter(({ length }) => length >= leastGrades);
	const residuals = Float64Array.from(rows, ({ residual }) => residual);
	const found = pairs.map((pair) => mean(pair.map((place) => residuals[place] ?? 0)));
	const reached = pairs.map(() => 0);
	const random = randomFrom(seed);
	const dealt = residuals.slice();

	for (let turn = 0; turn < permutations; turn++) {
		shuffle(random, dealt);
		pairs.forEach((pair, n) => {
			let sum = 0;
			for (const place of pair) sum += dealt[place] ?? 0;
			if (sum / pair.length >= (found[n] ?? 0) - 1e-12) reached[n] = (reached[n] ?? 0) + 1;
		});
	}
	const pValues = reached.map((count) => (count + 1) / (permutations + 1));
	const kept = keepDiscoveries(pValues, rate);

	return pairs.map((pair, n) => ({
		from: rows[pair[0] ?? 0]?.from ?? '',
		to: rows[pair[0] ?? 0]?.to ?? '',
		grades: pair.length,
		mean: found[n] ?? 0,
		p: pValues[n] ?? 1,
		isKept: kept[n] ?? false
	}));
}

function pairOf(row: SchoolGrade | undefined): string {
	return JSON.stringify([row?.from, row?.to]);
}

function keyOf({ from, to, work, reviewer }: SchoolGrade): string {
	return JSON.stringify([from, to, work, reviewer]);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
