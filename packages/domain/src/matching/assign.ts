import { minCostFlow } from './min-cost-flow.ts';
import { connect, network } from './network.ts';
import type { Position, Problem } from './problem.ts';
import { shuffled } from './random.ts';

/**
 * Gives every work its reviews by a flow of least cost. What comes first is never given up for what comes after:
 * as many reviews as can be, loads as even as can be, as few colleagues of one organisation as can be.
 */
export function assign(problem: Problem, random: () => number): Position[] {
	const wanted = problem.need.reduce((sum, need) => sum + need, 0);
	const sum = wanted + problem.load.reduce((so, load) => so + load, 0);
	const even = Math.floor(sum / Math.max(1, problem.reviewers.length)) + 1;
	const few = 4 * problem.perWork + 8;

	const sparse = flow(problem, random, { candidates: few, top: even, colleagues: false });
	if (sparse.length === wanted && isEven(problem, sparse)) return sparse;

	const whole = flow(problem, random, { candidates: Infinity, top: even, colleagues: true });
	if (whole.length === wanted) return whole;

	return flow(problem, random, { candidates: Infinity, top: sum, colleagues: true });
}

type Limits = { candidates: number; top: number; colleagues: boolean };

function flow(problem: Problem, random: () => number, limits: Limits): Position[] {
	const { works, reviewers, load, need } = problem;
	const sink = reviewers.length + works.length + 1;
	const net = network(sink + 1);
	const arcs: { arc: number; pair: Position }[] = [];
	/** Dearer than any number of colleagues: evenness of loads comes first. */
	const unit = need.reduce((sum, wanted) => sum + wanted, 1);

	works.forEach((_, work) => connect(net, reviewers.length + 1 + work, sink, need[work] ?? 0, 0));

	reviewers.forEach((_, reviewer) => {
		/** Each further review of one reviewer costs more than the one before, so the sum of squared loads is least. */
		for (let had = load[reviewer] ?? 0; had < limits.top; had++)
			connect(net, 0, reviewer + 1, 1, unit * (had + 1));

		for (const work of candidatesOf(problem, reviewer, random, limits)) {
			const cost = problem.isSameOrganisation(reviewer, work) ? 1 : 0;
			const arc = connect(net, reviewer + 1, reviewers.length + 1 + work, 1, cost);
			arcs.push({ arc, pair: { reviewer, work } });
		}
	});

	minCostFlow(net, 0, sink);
	return arcs.filter(({ arc }) => net.capacity[arc] === 0).map(({ pair }) => pair);
}

function candidatesOf(problem: Problem, reviewer: number, random: () => number, limits: Limits): number[] {
	const allowed = problem.works
		.map((_, work) => work)
		.filter((work) => (problem.need[work] ?? 0) > 0 && problem.mayReview(reviewer, work))
		.filter((work) => limits.colleagues || !problem.isSameOrganisation(reviewer, work));

	return shuffled(random, allowed).slice(0, limits.candidates);
}

function isEven(problem: Problem, pairs: Position[]): boolean {
	const loads = [...problem.load];
	for (const { reviewer } of pairs) loads[reviewer] = (loads[reviewer] ?? 0) + 1;
	return Math.max(...loads) - Math.min(...loads) <= 1;
}
