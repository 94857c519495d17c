import type { Grade } from '../design.ts';
import { solved, type ModelInput } from '../mixed-model/model.ts';
import { project } from '../mixed-model/reml.ts';
import { at, dot } from '../mixed-model/vectors.ts';
import { keepDiscoveries } from './false-discovery.ts';
import { normalTail } from './normal-tail.ts';

/** A grade with the schools of its reviewer and of its author. */
export type SchoolGrade = Grade & { from: string; to: string };

/**
 * `points`: how much more reviewers of one school give to works of another one than the model expects, `se` its
 * standard error; `p`: how often chance alone would come so far; `isKept`: it stands among all that were tested.
 */
export type Favour = {
	from: string;
	to: string;
	grades: number;
	points: number;
	se: number;
	p: number;
	isKept: boolean;
};

type Test = { rate?: number; leastGrades?: number };

/** Fewer grades than this from one school to another are nobody's habit. */
const LEAST_GRADES = 3;
/** A pair of schools that the model cannot tell from the mean of all, in squared information. */
const NOTHING = 1e-9;

/**
 * Whether reviewers of one school favour another one (or their own), one-sided: for each pair of schools the slope of
 * the likelihood of all grades in that favour, x'Pz, against its own spread √(x'Px), where P takes out mean, works and
 * biases with what is uncertain of them (the score test, Rao 1948). Residuals dealt out anew would ask for more than
 * chance gives, since the model has drawn a part of the favour into works and biases. Only what outlives the number of
 * tests is kept. A sign to look, not a proof.
 */
export function favoursOf(
	{ grades, ...model }: Omit<ModelInput, 'grades'> & { grades: readonly SchoolGrade[] },
	{ rate = 0.05, leastGrades = LEAST_GRADES }: Test = {}
): Favour[] {
	if (grades.length === 0) return [];
	const { fit } = solved({ ...model, grades });
	const { design } = fit;
	const schools = new Map(grades.map(({ work, reviewer, from, to }) => [keyOf(work, reviewer), [from, to]]));
	const rows = Array.from(design.values, (_, row) => {
		const work = design.works[at(design.workOf, row)] ?? '';
		return schools.get(keyOf(work, design.reviewers[at(design.reviewerOf, row)] ?? '')) ?? [];
	});
	const centred = design.values.map((value) => value - fit.mean);
	const pairs = [...Map.groupBy(rows.keys(), (row) => keyOf(...(rows[row] as [string, string])))]
		.filter(([, places]) => places.length >= leastGrades)
		.sort(([one], [other]) => (one < other ? -1 : 1));

	const tested = pairs.flatMap(([, places]) => {
		const towards = new Float64Array(rows.length);
		for (const row of places) towards[row] = 1;
		const projected = project(fit, towards);
		const [slope, information] = [dot(projected, centred), dot(projected, towards)];
		if (information < NOTHING) return [];
		const [from = '', to = ''] = rows[places[0] ?? 0] ?? [];
		const se = 1 / Math.sqrt(information);
		const points = slope / information;
		return [{ from, to, grades: places.length, points, se, p: normalTail(points / se) }];
	});
	const kept = keepDiscoveries(
		tested.map(({ p }) => p),
		rate
	);
	return tested.map((favour, n) => ({ ...favour, isKept: kept[n] ?? false }));
}

function keyOf(one: string, other: string): string {
	return JSON.stringify([one, other]);
}
