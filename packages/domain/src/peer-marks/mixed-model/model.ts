import { designOf, type Design, type Grade } from '../design.ts';
import { effectVariances, fit, markVariances, type Fit } from './fit.ts';
import type { Variances } from './information.ts';
import { leaveOneOut } from './outliers.ts';
import { reml } from './reml.ts';
import { at } from './vectors.ts';

/** Below so many works their own grades say too little about variances: those of earlier cohorts are taken. */
const LEAST_WORKS = 30;

/** Of the standard normal distribution: nine tenths lie below, so 80 % lie within. */
const EIGHTY_PERCENT = 1.2815515655446004;

/** What earlier cohorts have shown. Their `mean` holds only where it is given. */
export type Prior = Variances & { mean?: number };

/** Where variances come from: this cohort, earlier ones, or nobody's grades yet. */
export type Source = 'estimated' | 'earlier' | 'assumed';

export type Interval = { low: number; high: number };
type WorkMark = { work: string; mark: number; sd: number; interval: Interval };
export type ReviewerBias = { reviewer: string; bias: number; sd: number; interval: Interval; grades: number };
type GradeResidual = { work: string; reviewer: string; residual: number; t: number | null };

export type Model = {
	mean: number;
	variances: Variances;
	source: Source;
	works: WorkMark[];
	reviewers: ReviewerBias[];
	grades: GradeResidual[];
};

export type ModelInput = {
	grades: readonly Grade[];
	earlier: Prior | null;
	/** The length of the scale in points: of it the first cohort of all takes its variances. */
	scale: number;
	/** Takes out biases and leaves each work its own level: no mark is drawn to the mean of the cohort. */
	isBiasOnly?: boolean;
	staffShare?: number;
};

/**
 * Works and reviewers together, as two effects of each grade, with 80 % intervals. It is what Piech and others (2013,
 * «Tuned models of peer assessment in MOOCs») call PG1, with all reviewers equally reliable. `null` without grades.
 */
export function modelOf(input: ModelInput): Model | null {
	if (input.grades.length === 0) return null;
	const { source, prior, fit: found } = solved(input);

	return {
		mean: found.mean,
		variances: { work: prior.work, reviewer: prior.reviewer, residual: prior.residual },
		source,
		works: marksOf(found),
		reviewers: biasesOf(found),
		grades: residualsOf(found)
	};
}

/** The equations of the model, solved with the variances that it takes. */
export function solved({ grades, earlier, scale, isBiasOnly = false, staffShare }: ModelInput) {
	const design = designOf(grades, staffShare);
	const { source, prior, estimated } = priorFor(design, earlier, scale);
	const variances = { ...prior, work: isBiasOnly ? Infinity : prior.work };
	return {
		source,
		prior,
		fit: (!isBiasOnly && estimated) || fit(design, variances, prior.mean ?? null)
	};
}

/** Standard deviations of works, biases and errors as shares of the scale, until a cohort has shown its own. */
const ASSUMED = { work: 0.1, reviewer: 0.06, residual: 0.06 } as const;

type Chosen = { source: Source; prior: Prior; estimated?: Fit };

function priorFor(design: Design, earlier: Prior | null, scale: number): Chosen {
	if (design.works.length >= LEAST_WORKS) {
		const { variances, fit: estimated } = reml(design);
		return { source: 'estimated', prior: variances, estimated };
	}
	if (earlier) return { source: 'earlier', prior: earlier };

	const squared = (share: number) => (share * scale) ** 2;
	const { work, reviewer, residual } = ASSUMED;
	return {
		source: 'assumed',
		prior: { work: squared(work), reviewer: squared(reviewer), residual: squared(residual) }
	};
}

function marksOf(solved: Fit): WorkMark[] {
	const spread = markVariances(solved);
	return solved.design.works.map((work, place) => {
		const mark = solved.mean + at(solved.effects.works, place);
		const sd = Math.sqrt(at(spread, place));
		return { work, mark, sd, interval: around(mark, sd) };
	});
}

function biasesOf(solved: Fit): ReviewerBias[] {
	const spread = effectVariances(solved).reviewers;
	const counts = new Int32Array(solved.design.reviewers.length);
	for (const reviewer of solved.design.reviewerOf) counts[reviewer] = at(counts, reviewer) + 1;

	return solved.design.reviewers.map((reviewer, place) => {
		const bias = at(solved.effects.reviewers, place);
		const sd = Math.sqrt(at(spread, place));
		return { reviewer, bias, sd, interval: around(bias, sd), grades: at(counts, place) };
	});
}

function residualsOf(solved: Fit): GradeResidual[] {
	const { design, residuals } = solved;
	return leaveOneOut(solved).map((t, row) => ({
		work: design.works[at(design.workOf, row)] ?? '',
		reviewer: design.reviewers[at(design.reviewerOf, row)] ?? '',
		residual: at(residuals, row),
		t
	}));
}

function around(centre: number, sd: number): Interval {
	return { low: centre - EIGHTY_PERCENT * sd, high: centre + EIGHTY_PERCENT * sd };
}
