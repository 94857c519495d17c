import { randomFrom } from '../matching/random.ts';
import { gamma, normal } from './chance.ts';
import { designOf, type Design, type Grade } from './design.ts';
import type { Variances } from './mixed-model/information.ts';
import type { Interval } from './mixed-model/model.ts';
import { at } from './mixed-model/vectors.ts';

/** So many grades of one reviewer, calibration works counted, say something of how reliable the reviewer is. */
const LEAST_GRADES = 5;

/** The precision of a reviewer is Gamma(shape, rate) beforehand: as if so many grades had been seen already. */
const SHAPE = 3;
const BURNT = 500;
const DRAWS = 2_000;

export type ReliabilityInput = {
	grades: readonly Grade[];
	variances: Variances;
	mean: number;
	seed: number;
	draws?: number;
	/** How many grades it is worth to think beforehand that all reviewers are equally reliable. */
	shape?: number;
};

type ReliableMark = { work: string; mark: number; sd: number; interval: Interval };

/** `noise`: the variance of the reviewer's error, in squared points; never nought, however few the grades. */
type ReviewerReliability = { reviewer: string; bias: number; sd: number; noise: number };

/** Whether a usual reviewer has given enough grades for reliabilities to be told apart. */
export function tellsReliability(grades: readonly Grade[]): boolean {
	const counts = [...Map.groupBy(grades, ({ reviewer }) => reviewer).values()].map(({ length }) => length);
	return counts.length > 0 && counts.filter((count) => count >= LEAST_GRADES).length * 2 >= counts.length;
}

/**
 * Marks with a reliability for each reviewer: model PG1 of Piech and others (2013), by Gibbs sampling. The seed makes
 * it repeatable.
 */
export function reliableMarks({ draws = DRAWS, ...input }: ReliabilityInput) {
	const chain = new Chain(input);
	for (let turn = 0; turn < BURNT; turn++) chain.turn();
	for (let turn = 0; turn < draws; turn++) {
		chain.turn();
		chain.keep();
	}
	return chain.found();
}

class Chain {
	readonly #design: Design;
	readonly #variances: Variances;
	readonly #mean: number;
	readonly #shape: number;
	readonly #random: () => number;
	readonly #marks: Float64Array;
	readonly #biases: Float64Array;
	readonly #precisions: Float64Array;
	readonly #rowsOfWork: number[][];
	readonly #rowsOfReviewer: number[][];
	readonly #kept: { marks: number[][]; biases: number[][]; noise: number[][] };

	constructor({ grades, variances, mean, seed, shape = SHAPE }: ReliabilityInput) {
		const design = designOf(grades);
		this.#design = design;
		this.#variances = variances;
		this.#mean = mean;
		this.#shape = shape;
		this.#random = randomFrom(seed);
		this.#marks = new Float64Array(design.works.length).fill(mean);
		this.#biases = new Float64Array(design.reviewers.length);
		this.#precisions = design.biases.map((share) => 1 / (share * variances.residual));
		this.#rowsOfWork = rowsOf(design.workOf, design.works.length);
		this.#rowsOfReviewer = rowsOf(design.reviewerOf, design.reviewers.length);
		this.#kept = {
			marks: design.works.map(() => []),
			biases: design.reviewers.map(() => []),
			noise: design.reviewers.map(() => [])
		};
	}

	turn(): void {
		this.#rowsOfWork.forEach((rows, work) => this.#drawMark(rows, work));
		this.#rowsOfReviewer.forEach((rows, reviewer) => {
			this.#drawBias(rows, reviewer);
			this.#drawPrecision(rows, reviewer);
		});
	}

	keep(): void {
		this.#kept.marks.forEach((kept, work) => kept.push(at(this.#marks, work)));
		this.#kept.biases.forEach((kept, reviewer) => kept.push(at(this.#biases, reviewer)));
		this.#kept.noise.forEach((kept, reviewer) => kept.push(1 / at(this.#precisions, reviewer)));
	}

	found(): { works: ReliableMark[]; reviewers: ReviewerReliability[] } {
		const { works, reviewers } = this.#design;
		return {
			works: works.map((work, place) => {
				const { centre, sd, interval } = summary(this.#kept.marks[place] ?? []);
				return { work, mark: centre, sd, interval };
			}),
			reviewers: reviewers.map((reviewer, place) => {
				const { centre, sd } = summary(this.#kept.biases[place] ?? []);
				return { reviewer, bias: centre, sd, noise: summary(this.#kept.noise[place] ?? []).centre };
			})
		};
	}

	#drawMark(rows: number[], work: number): void {
		const { reviewerOf, values } = this.#design;
		let [known, said] = [1 / this.#variances.work, this.#mean / this.#variances.work];
		for (const row of rows) {
			const reviewer = at(reviewerOf, row);
			known += at(this.#precisions, reviewer);
			said += at(this.#precisions, reviewer) * (at(values, row) - at(this.#biases, reviewer));
		}
		this.#marks[work] = said / known + normal(this.#random) / Math.sqrt(known);
	}

	#drawBias(rows: number[], reviewer: number): void {
		const precision = at(this.#precisions, reviewer);
		const share = at(this.#design.biases, reviewer);
		const known = 1 / (share * this.#variances.reviewer) + rows.length * precision;
		const said = rows.reduce((sum, row) => sum + precision * this.#above(row), 0);
		this.#biases[reviewer] = said / known + normal(this.#random) / Math.sqrt(known);
	}

	#drawPrecision(rows: number[], reviewer: number): void {
		const share = at(this.#design.biases, reviewer);
		const rate = (this.#shape - 1) * share * this.#variances.residual;
		const squares = rows.reduce((sum, row) => sum + (this.#above(row) - at(this.#biases, reviewer)) ** 2, 0);
		this.#precisions[reviewer] = gamma(this.#random, this.#shape + rows.length / 2, rate + squares / 2);
	}

	#above(row: number): number {
		return at(this.#design.values, row) - at(this.#marks, at(this.#design.workOf, row));
	}
}

function rowsOf(places: Int32Array, count: number): number[][] {
	const rows: number[][] = Array.from({ length: count }, () => []);
	places.forEach((place, row) => rows[place]?.push(row));
	return rows;
}

function summary(draws: number[]): { centre: number; sd: number; interval: Interval } {
	const sorted = Float64Array.from(draws).sort();
	const centre = draws.reduce((sum, value) => sum + value, 0) / draws.length;
	const squares = draws.reduce((sum, value) => sum + (value - centre) ** 2, 0);
	const quantile = (share: number) => at(sorted, Math.floor(share * (draws.length - 1)));
	return {
		centre,
		sd: Math.sqrt(squares / draws.length),
		interval: { low: quantile(0.1), high: quantile(0.9) }
	};
}
