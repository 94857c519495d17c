import { mean, trimmedMean } from './centre.ts';
import type { Grade } from './design.ts';
import { wordFor, type ReviewerWord } from './feedback.ts';
import { modelOf, type Interval, type Model, type Prior, type Source } from './mixed-model/model.ts';
import { reasonsToModerate, type Limits, type Reason } from './moderation.ts';

/** What informs those who decide. It has no word on passing: only the programme's rule and people have one. */
export type Advice = {
	mean: number;
	/** From five marks on. */
	trimmedMean: number | null;
	/** With the reviewers' biases taken out. */
	mark: number;
	/** Holds the mark with a chance of 80 %. */
	interval: Interval;
	source: Source;
	/** Why a person should look at this work. */
	reasons: Reason[];
};

/** What the programme prescribes, and beside it what only informs. */
export type Advised<Rule, Told = Advice> = { readonly result: Rule; readonly advice: Told | null };

export type CohortOfMarks = {
	/** Marks of whole works, each reviewer once for a work. */
	grades: readonly Grade[];
	earlier: Prior | null;
	/** The greatest mark; the least is nought. */
	scale: number;
	pass: number;
	wanted: number;
	isBiasOnly?: boolean;
	limits?: Limits;
};

/** Of each work that has a mark, and of each reviewer. */
export type AdviceOfCohort = { works: Map<string, Advice>; reviewers: Map<string, ReviewerWord> };

/** Reckons the whole cohort at once: only beside others is a reviewer strict. */
export function adviceFor(cohort: CohortOfMarks): AdviceOfCohort {
	const model = modelOf(cohort);
	if (!model) return { works: new Map(), reviewers: new Map() };

	const given = Map.groupBy(cohort.grades, ({ work }) => work);
	const residuals = Map.groupBy(model.grades, ({ work }) => work);
	return {
		works: new Map(
			model.works.map((modelled) => {
				const grades = sorted(given.get(modelled.work) ?? []);
				return [modelled.work, adviceOf(cohort, model, modelled, grades, residuals.get(modelled.work) ?? [])];
			})
		),
		reviewers: new Map(model.reviewers.map((bias) => [bias.reviewer, wordFor(bias)]))
	};
}

function adviceOf(
	{ scale, pass, wanted, limits }: CohortOfMarks,
	{ source }: Model,
	modelled: Model['works'][number],
	grades: Grade[],
	residuals: Model['grades']
): Advice {
	const values = grades.map(({ value }) => value);
	const marks = grades.map(({ reviewer, value }) => ({
		reviewer,
		value,
		t: residuals.find((row) => row.reviewer === reviewer)?.t ?? null
	}));
	return {
		mean: mean(values),
		trimmedMean: trimmedMean(values),
		mark: modelled.mark,
		interval: modelled.interval,
		source,
		reasons: reasonsToModerate({ marks, model: modelled, scale, pass, wanted }, limits)
	};
}

function sorted(grades: Grade[]): Grade[] {
	return grades.toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : Number(a.reviewer > b.reviewer)));
}
