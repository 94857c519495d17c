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

/** The greatest flow through a matrix of capacities, one way after another (Ford and Fulkerson 1956). */
export function greatestFlow(capacity: number[][]): number {
	const [source, sink] = [0, capacity.length - 1];

	for (let flow = 0; ; flow++) {
		const from = new Map([[source, source]]);
		for (const node of from.keys())
			capacity.forEach((_, to) => {
				if ((capacity[node]?.[to] ?? 0) > 0 && !from.has(to)) from.set(to, node);
			});
		if (!from.has(sink)) return flow;
		for (let node = sink; node !== source; node = from.get(node) ?? source) {
			const before = from.get(node) ?? source;
			capacity[before]![node]! -= 1;
			capacity[node]![before]! += 1;
		}
	}
}

/** The most reviews when nobody gives more than `bound`, what is fixed left out. */
export function mostByFlow(input: AllocationInput, bound: number): number {
	const [people, works] = [input.reviewers.length, input.works.length];
	const net = Array.from({ length: people + works + 2 }, () => new Array<number>(people + works + 2).fill(0));
	const sink = people + works + 1;

	input.reviewers.forEach(({ id, most = Infinity }, r) => {
		net[0]![r + 1] = Math.min(bound, most);
		input.works.forEach((work, w) => {
			if (mayReview(input, { reviewer: id, work: work.id })) net[r + 1]![people + 1 + w] = 1;
		});
	});
	input.works.forEach(({ reviews }, w) => (net[people + 1 + w]![sink] = reviews ?? input.perWork));
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
