import type { Allocation } from './allocate.ts';
import { countAgain } from './count-again.ts';
import { facts, type Facts } from './facts.ts';
import type { AllocationInput, Pair } from './input.ts';

export type AllocationFault = {
	code:
		| 'unknown'
		| 'own_work'
		| 'forbidden'
		| 'repeated'
		| 'fixed_lost'
		| 'too_many'
		| 'overloaded'
		| 'shortage_unreported'
		| 'colleague_unreported'
		| 'miscounted'
		| 'deficit_unproven';
	pair?: Pair;
	work?: string;
	reviewer?: string;
};

/** Loads are those of all but the reserve. */
export type Verification = { faults: AllocationFault[]; loads: { least: number; most: number } };

/** Checks an allocation against its input from scratch, sharing nothing with the allocator. Run before it is stored. */
export function verify(input: AllocationInput, allocation: Allocation): Verification {
	const known = facts(input, allocation);
	const fresh = allocation.pairs.filter((pair) => !known.isFixed(pair));
	const ordinary = input.reviewers.filter(({ reserve }) => !reserve).map(({ id }) => known.load(id));

	return {
		faults: [
			...fresh.flatMap((pair) => faultsOfPair(input, known, pair)),
			...known.repeated.map((pair) => ({ code: 'repeated' as const, pair })),
			...(input.fixed ?? [])
				.filter((pair) => known.isKnown(pair) && !known.isGiven(pair))
				.map((pair) => ({ code: 'fixed_lost' as const, pair })),
			...input.works.flatMap(({ id }) => faultsOfWork(known, id)),
			...input.reviewers.flatMap(({ id, most = Infinity }) =>
				known.load(id) > Math.max(most, known.begunBy(id))
					? [{ code: 'overloaded' as const, reviewer: id }]
					: []
			),
			...(isMiscounted(input, allocation) ? [{ code: 'miscounted' as const }] : []),
			...(allocation.deficit && !isProven(input, known, allocation)
				? [{ code: 'deficit_unproven' as const }]
				: [])
		],
		loads: {
			least: ordinary.reduce((a, b) => Math.min(a, b), ordinary[0] ?? 0),
			most: Math.max(0, ...most(ordinary))
		}
	};
}

function most(loads: number[]): number[] {
	return [loads.reduce((one, other) => Math.max(one, other), 0)];
}

function isMiscounted(input: AllocationInput, { pairs, reciprocal, islands }: Allocation): boolean {
	const again = countAgain(pairs, input.works);
	return again.reciprocal !== reciprocal || again.islands !== islands;
}

function faultsOfPair(input: AllocationInput, known: Facts, pair: Pair): AllocationFault[] {
	const [work, reviewer] = [known.work(pair.work), known.reviewer(pair.reviewer)];
	if (!work || !reviewer) return [{ code: 'unknown', pair }];

	const faults: AllocationFault[] = [];
	if (work.author === reviewer.id) faults.push({ code: 'own_work', pair });
	if (known.isForbidden(pair)) faults.push({ code: 'forbidden', pair });
	if (known.areColleagues(pair) && !(input.relax?.colleagues && known.isTold(pair)))
		faults.push({ code: 'colleague_unreported', pair });
	return faults;
}

function faultsOfWork(known: Facts, work: string): AllocationFault[] {
	const { got, gone, begun, wanted, reported } = known.counts(work);

	if (got + gone > Math.max(wanted, begun)) return [{ code: 'too_many', work }];
	return Math.max(0, wanted - got - gone) === reported ? [] : [{ code: 'shortage_unreported', work }];
}

/**
 * Whether the works that are named do need more than exists (Gale 1957), by counting every allowed pair, and whether
 * so much is missing as is said. The bound of a reviewer is what the even number lets them have.
 */
function isProven(input: AllocationInput, known: Facts, { deficit }: Allocation): boolean {
	if (!deficit) return true;
	const works = new Set(deficit.works);
	const needed = deficit.works.reduce((sum, work) => {
		const { wanted, begun } = known.counts(work);
		return sum + Math.max(0, wanted - begun);
	}, 0);
	const gifts = input.reviewers
		.filter(({ reserve }) => !reserve)
		.map((reviewer) => {
			let allowed = 0;
			for (const work of works) {
				const pair = { reviewer: reviewer.id, work };
				const isOut =
					known.work(work)?.author === reviewer.id ||
					known.isForbidden(pair) ||
					known.isFixed(pair) ||
					known.areColleagues(pair);
				allowed += isOut ? 0 : 1;
			}
			return Math.min(allowed, known.room(reviewer));
		});
	const exist = gifts.reduce((sum, gift) => sum + gift, 0);

	return (
		needed === deficit.needed &&
		exist === deficit.exist &&
		needed - exist === deficit.missing &&
		needed > exist
	);
}
