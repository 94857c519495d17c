import { mean } from './centre.ts';
import type { Interval } from './mixed-model/model.ts';

/** Shares of the scale, and standard deviations of a grade, from which people look at a work. */
export type Limits = { spread: number; outlier: number; strongOutlier: number; apart: number };
export const LIMITS: Limits = { spread: 0.3, outlier: 2.5, strongOutlier: 3, apart: 0.07 };

/** What is known of one work: marks on one scale, in points. */
export type WorkFigures = {
	/** As the reviewers gave them. */
	marks: readonly { reviewer: string; value: number; t: number | null }[];
	/** Of the model; `null` where there was none. */
	model: { mark: number; interval: Interval } | null;
	scale: number;
	pass: number;
	wanted: number;
};

/** Why a work should be seen by a person: facts and what they were measured against, never a verdict. */
export type Reason =
	| { kind: 'spread'; points: number; limit: number }
	| { kind: 'outlier'; reviewer: string; t: number; isStrong: boolean }
	| { kind: 'model_apart'; points: number; limit: number }
	| { kind: 'few_reviews'; got: number; wanted: number }
	| { kind: 'border'; interval: Interval; pass: number };

/** Every reason that holds, in this order; none is an empty list. */
export function reasonsToModerate(work: WorkFigures, limits = LIMITS): Reason[] {
	return [
		...spreadOf(work, limits),
		...outliersOf(work, limits),
		...apartOf(work, limits),
		...fewOf(work),
		...borderOf(work)
	];
}

function spreadOf({ marks, scale }: WorkFigures, { spread }: Limits): Reason[] {
	const values = marks.map(({ value }) => value);
	const points = values.length ? Math.max(...values) - Math.min(...values) : 0;
	return isOver(points, spread * scale) ? [{ kind: 'spread', points, limit: spread * scale }] : [];
}

function outliersOf({ marks }: WorkFigures, { outlier, strongOutlier }: Limits): Reason[] {
	return marks.flatMap(({ reviewer, t }) => {
		const far = Math.abs(t ?? 0);
		return t !== null && far > outlier
			? [{ kind: 'outlier' as const, reviewer, t, isStrong: far > strongOutlier }]
			: [];
	});
}

function apartOf({ marks, model, scale }: WorkFigures, { apart }: Limits): Reason[] {
	if (!model || marks.length === 0) return [];
	const points = Math.abs(mean(marks.map(({ value }) => value)) - model.mark);
	return isOver(points, apart * scale) ? [{ kind: 'model_apart', points, limit: apart * scale }] : [];
}

function fewOf({ marks, wanted }: WorkFigures): Reason[] {
	return marks.length < wanted ? [{ kind: 'few_reviews', got: marks.length, wanted }] : [];
}

function borderOf({ model, pass }: WorkFigures): Reason[] {
	if (!model) return [];
	const { interval } = model;
	return interval.low < pass && pass <= interval.high ? [{ kind: 'border', interval, pass }] : [];
}

/** A limit that is a decimal share is not missed by the last bit of its product. */
function isOver(points: number, limit: number): boolean {
	return points > limit + 1e-9;
}
