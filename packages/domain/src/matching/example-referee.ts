import { add, at } from './cells.ts';
import type { AllocationInput, Pair } from './input.ts';

/** Whether the pair is allowed, said as plainly as can be. */
export function mayReview(input: AllocationInput, { reviewer, work }: Pair): boolean {
	const [who, what] = [
		input.reviewers.find(({ id }) => id === reviewer),
		input.works.find(({ id }) => id === work)
	];
	const colleagues = who?.organisation === what?.organisation && who?.organisation !== null;
	const barred = [...(input.forbidden ?? []), ...(input.fixed ?? [])];
	return (
		what?.author !== reviewer &&
		!(colleagues && input.excludeSameOrganisation !== false) &&
		!barred.some((pair) => pair.reviewer === reviewer && pair.work === work)
	);
}

/** Capacities from each node to each other one, row by row; the first node is the source, the last the sink. */
type Matrix = { nodes: number; capacity: Int32Array };

function matrix(nodes: number): Matrix {
	return { nodes, capacity: new Int32Array(nodes * nodes) };
}

/** The greatest flow, one way after another (Ford and Fulkerson 1956). */
function greatestFlow({ nodes, capacity }: Matrix): number {
	const sink = nodes - 1;

	for (let flow = 0; ; flow++) {
		const from = new Map([[0, 0]]);
		for (const node of from.keys()) {
			for (let to = 0; to < nodes; to++)
				if (at(capacity, node * nodes + to) > 0 && !from.has(to)) from.set(to, node);
		}
		if (!from.has(sink)) return flow;
		for (let node = sink; node !== 0; node = from.get(node) ?? 0) {
			const before = from.get(node) ?? 0;
			add(capacity, before * nodes + node, -1);
			add(capacity, node * nodes + before, 1);
		}
	}
}

/** The most reviews when nobody gives more than `boundOf` says and no work gets more than `wanted`. */
export function mostByFlow(
	input: AllocationInput,
	boundOf: (reviewer: string) => number,
	wanted: (work: string) => number = () => input.perWork
): number {
	const people = input.reviewers.length;
	const net = matrix(people + input.works.length + 2);
	const { nodes, capacity } = net;

	input.reviewers.forEach(({ id }, r) => {
		capacity[r + 1] = boundOf(id);
		input.works.forEach((work, w) => {
			if (mayReview(input, { reviewer: id, work: work.id })) capacity[(r + 1) * nodes + people + 1 + w] = 1;
		});
	});
	input.works.forEach(({ id }, w) => (capacity[(people + 1 + w) * nodes + nodes - 1] = wanted(id)));
	return greatestFlow(net);
}

/** The same by the least cut, over every choice of works (Gale 1957). */
export function mostByCuts(input: AllocationInput, bound: number): number {
	const { works, reviewers, perWork } = input;
	const wanted = (chosen: typeof works) => chosen.reduce((sum, { reviews = perWork }) => sum + reviews, 0);
	let lost = 0;

	for (let choice = 0; choice < 2 ** works.length; choice++) {
		const chosen = works.filter((_, w) => choice & (1 << w));
		const exist = reviewers.reduce((sum, { id, most = Infinity }) => {
			const allowed = chosen.filter((work) => mayReview(input, { reviewer: id, work: work.id })).length;
			return sum + Math.min(bound, most, allowed);
		}, 0);
		lost = Math.max(lost, wanted(chosen) - exist);
	}
	return wanted(works) - lost;
}
