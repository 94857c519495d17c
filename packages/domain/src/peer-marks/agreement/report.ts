import { designOf, type Grade } from '../design.ts';
import type { Variances } from '../mixed-model/information.ts';
import { reml } from '../mixed-model/reml.ts';
import { oneWayIntraclass } from './intraclass.ts';
import { krippendorff } from './krippendorff.ts';

/** How far reviewers agree about one criterion. What cannot be told is `null`. */
export type Agreement = {
	works: number;
	grades: number;
	alpha: { nominal: number | null; ordinal: number | null; interval: number | null };
	/** Of one reviewer, and of the mean of `k` of them. */
	intraclass: { single: number; average: number; k: number } | null;
	/** Shares of pairs of grades of one work that are equal, and that are at most a step apart. */
	exact: number | null;
	adjacent: number | null;
	/** How much works differ, how much reviewers do, and what is left: a large rest is a criterion to rewrite. */
	variances: Variances | null;
};

/** The grades of one criterion; `step` is the least difference of two scores. */
export function agreementOf(grades: readonly Grade[], step = 1): Agreement {
	const { works, reviewers, workOf, values } = designOf(grades);
	const units: number[][] = works.map(() => []);
	workOf.forEach((work, row) => units[work]?.push(values[row] ?? 0));
	const pairs = units.flatMap(pairsOf);
	const share = (most: number) =>
		pairs.length ? pairs.filter((apart) => apart <= most + 1e-9).length / pairs.length : null;

	return {
		works: works.length,
		grades: grades.length,
		alpha: {
			nominal: krippendorff(units, 'nominal'),
			ordinal: krippendorff(units, 'ordinal'),
			interval: krippendorff(units, 'interval')
		},
		intraclass: oneWayIntraclass(units),
		exact: share(0),
		adjacent: share(step),
		variances:
			pairs.length && works.length > 1 && reviewers.length > 1 ? reml(designOf(grades, 1)).variances : null
	};
}

function pairsOf(unit: readonly number[]): number[] {
	return unit.flatMap((one, n) => unit.slice(n + 1).map((other) => Math.abs(one - other)));
}
