import { randomFrom } from '../matching/random.ts';
import { normal, shuffle } from './chance.ts';
import type { Grade } from './design.ts';

export type ExampleCohort = { grades: Grade[]; marks: Map<string, number> };

type Shape = { works?: number; each?: number; sd?: number; bias?: number; noise?: number };

/** A cohort whose true marks are known: each work read by others in a circle, shuffled by the seed. */
export function exampleCohort(
	seed: number,
	{ works = 60, each = 3, sd = 10, bias = 6, noise = 6 }: Shape = {}
): ExampleCohort {
	const random = randomFrom(seed);
	const people = Array.from({ length: works }, (_, n) => `p${String(n).padStart(5, '0')}`);
	const marks = new Map(people.map((person) => [person, 65 + sd * normal(random)]));
	const biases = new Map(people.map((person) => [person, bias * normal(random)]));
	const circle = shuffle(random, [...people]);
	const steps = shuffle(random, [...people.slice(1).keys()]).slice(0, each);

	const grades = circle.flatMap((work, place) =>
		steps.map((step) => {
			const reviewer = circle[(place + step + 1) % works] ?? '';
			const value = (marks.get(work) ?? 0) + (biases.get(reviewer) ?? 0) + noise * normal(random);
			return { work, reviewer, value };
		})
	);
	return { grades, marks };
}

/** Root of the mean squared distance between what was found and what is true. */
export function errorOf(found: Map<string, number>, { marks }: ExampleCohort): number {
	const squares = [...marks].map(([work, mark]) => ((found.get(work) ?? 0) - mark) ** 2);
	return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
