import { ALLOCATION_VERSION, type Allocation } from './allocate.ts';
import { facts } from './facts.ts';
import type { AllocationInput, Bar, Pair } from './input.ts';

/** The facts that answer «why does this person review this work?». */
export type Why = {
	/** How the pair came about: drawn by lot, begun before, a colleague or a reserve for lack of others. */
	how: 'drawn' | 'begun' | 'colleague' | 'reserve';
	organisations: { reviewer: string | null; work: string | null };
	/** How many could have got the work, and why the others could not. */
	couldReview: number;
	couldNot: { own: number; colleagues: number } & Record<Bar, number>;
	/** Reviews of this reviewer, and the least and the most that anybody has. */
	load: number;
	loads: { least: number; most: number };
	/** Whether the author reviews a work of this reviewer too. */
	couple: boolean;
	seed: number;
	version: number;
};

/** Answers for any pair of the allocation; null for a pair that is not in it. */
export function explain(input: AllocationInput, allocation: Allocation): (pair: Pair) => Why | null {
	const known = facts(input, allocation);
	const bars = Map.groupBy(input.forbidden ?? [], ({ work }) => work);
	const loads = input.reviewers.filter(({ reserve }) => !reserve).map(({ id }) => known.load(id));
	const range = { least: Math.min(...loads), most: Math.max(...loads) };
	const written = Map.groupBy(input.works, ({ author }) => author);

	return (pair) => {
		const [work, reviewer] = [known.work(pair.work), known.reviewer(pair.reviewer)];
		if (!work || !reviewer || !known.isGiven(pair)) return null;
		const couldNot = countOut(input, known, work, bars.get(work.id) ?? []);
		const out = Object.values(couldNot).reduce((sum, count) => sum + count, 0);

		return {
			how: howOf(known, pair),
			organisations: { reviewer: reviewer.organisation, work: work.organisation },
			couldReview: input.reviewers.length - out,
			couldNot,
			load: known.load(reviewer.id),
			loads: range,
			couple: (written.get(reviewer.id) ?? []).some(({ id }) =>
				known.isGiven({ reviewer: work.author, work: id })
			),
			seed: input.seed,
			version: ALLOCATION_VERSION
		};
	};
}

function howOf(known: ReturnType<typeof facts>, pair: Pair): Why['how'] {
	if (known.isFixed(pair)) return 'begun';
	if (known.areColleagues(pair)) return 'colleague';
	return known.reviewer(pair.reviewer)?.reserve ? 'reserve' : 'drawn';
}

/** Each reviewer is counted for the first reason that keeps them from the work. */
function countOut(
	{ reviewers }: AllocationInput,
	known: ReturnType<typeof facts>,
	{ id, author }: { id: string; author: string },
	bars: readonly { reviewer: string; because?: Bar }[]
): Why['couldNot'] {
	const counts = { own: 0, colleagues: 0, declared: 0, computed: 0, earlier: 0 };
	const reasons = new Map(bars.map(({ reviewer, because = 'declared' }) => [reviewer, because]));

	for (const { id: reviewer } of reviewers) {
		const bar = reasons.get(reviewer);
		if (reviewer === author) counts.own++;
		else if (known.areColleagues({ reviewer, work: id })) counts.colleagues++;
		else if (bar) counts[bar]++;
	}
	return counts;
}
