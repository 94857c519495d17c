import type { Allocation } from './allocate.ts';
import type { AllocationInput, Pair } from './problem.ts';

export type AllocationFault = {
	code:
		| 'unknown'
		| 'own_work'
		| 'forbidden'
		| 'repeated'
		| 'fixed_lost'
		| 'too_many'
		| 'shortage_unreported'
		| 'colleague_unreported';
	pair?: Pair;
	work?: string;
};

export type Verification = { faults: AllocationFault[]; loads: { least: number; most: number } };

/** Checks an allocation against its input from scratch, sharing nothing with the allocator. Run before it is stored. */
export function verify(input: AllocationInput, allocation: Allocation): Verification {
	const fixed = input.fixed ?? [];
	const fresh = allocation.pairs.filter((pair) => !holds(fixed, pair));

	return {
		faults: [
			...fresh.flatMap((pair) => faultsOfPair(input, allocation, pair)),
			...repeated(allocation.pairs).map((pair) => ({ code: 'repeated' as const, pair })),
			...fixed
				.filter((pair) => isKnown(input, pair) && !holds(allocation.pairs, pair))
				.map((pair) => ({ code: 'fixed_lost' as const, pair })),
			...input.works.flatMap(({ id }) => faultsOfWork(input, allocation, id))
		],
		loads: loadsOf(input, allocation)
	};
}

function faultsOfPair(input: AllocationInput, allocation: Allocation, pair: Pair): AllocationFault[] {
	const work = input.works.find(({ id }) => id === pair.work);
	const reviewer = input.reviewers.find(({ id }) => id === pair.reviewer);
	if (!work || !reviewer) return [{ code: 'unknown', pair }];

	const faults: AllocationFault[] = [];
	const isColleague = reviewer.organisation !== null && reviewer.organisation === work.organisation;
	const minds = input.excludeSameOrganisation !== false;

	if (work.author === reviewer.id) faults.push({ code: 'own_work', pair });
	if (holds(input.forbidden ?? [], pair)) faults.push({ code: 'forbidden', pair });
	if (minds && isColleague && !holds(allocation.sameOrganisation, pair)) {
		faults.push({ code: 'colleague_unreported', pair });
	}
	return faults;
}

function faultsOfWork(input: AllocationInput, allocation: Allocation, work: string): AllocationFault[] {
	const got = allocation.pairs.filter((pair) => pair.work === work).length;
	const begun = (input.fixed ?? []).filter((pair) => pair.work === work).length;
	const gone = (input.fixed ?? []).filter((pair) => pair.work === work && !isKnown(input, pair)).length;
	const reported = allocation.short.find((shortage) => shortage.work === work)?.missing ?? 0;

	if (got + gone > Math.max(input.perWork, begun)) return [{ code: 'too_many', work }];
	return Math.max(0, input.perWork - got - gone) === reported ? [] : [{ code: 'shortage_unreported', work }];
}

function loadsOf(input: AllocationInput, allocation: Allocation): { least: number; most: number } {
	const elsewhere = (input.fixed ?? []).filter((pair) => !input.works.some(({ id }) => id === pair.work));
	const all = [...allocation.pairs, ...elsewhere];
	const loads = input.reviewers.map(({ id }) => all.filter(({ reviewer }) => reviewer === id).length);

	return { least: loads.length ? Math.min(...loads) : 0, most: loads.length ? Math.max(...loads) : 0 };
}

function isKnown(input: AllocationInput, pair: Pair): boolean {
	return (
		input.works.some(({ id }) => id === pair.work) && input.reviewers.some(({ id }) => id === pair.reviewer)
	);
}

function holds(list: readonly Pair[], { reviewer, work }: Pair): boolean {
	return list.some((pair) => pair.reviewer === reviewer && pair.work === work);
}

function repeated(pairs: readonly Pair[]): Pair[] {
	return pairs.filter((pair, place) => holds(pairs.slice(0, place), pair));
}
