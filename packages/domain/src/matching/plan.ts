import { allocate, type Allocation } from './allocate.ts';
import { countAgain } from './count-again.ts';
import type { Deficit } from './deficit.ts';
import type { AllocationInput, Pair, Reviewer } from './input.ts';
import { optionsFor, type WorstCase } from './options.ts';
import { is, sortCurrent, type Dropped, type RollingInput } from './rolling-input.ts';
import { reallocate } from './rolling.ts';

/** What somebody chose to give up for works that would stay short. */
export type Way = 'reserve' | 'fewer' | 'more' | 'other_group' | 'colleagues';

export type PlanResult = {
	allocation: Allocation;
	/** What is new for somebody, and what is taken away. */
	added: Pair[];
	dropped: Dropped[];
	/** Why works stay short, when they do or when something was given up. */
	deficit: Deficit | null;
};

/** An allocation that can be shown, explained and checked (`explain`, `verify`) against `input`, in any round. */
export type Plan = PlanResult & { input: AllocationInput };

export type PlanOption = { way: Way; plan: Plan; worst: WorstCase };

/**
 * The allocation of a round (R115), with what the chosen way gives up and nothing else. Without reviews it is drawn
 * whole; later only as little as can be changes. Null when the way leads nowhere.
 */
export function planFor(input: RollingInput, reserve: readonly Reviewer[], way: Way | null): Plan | null {
	if (way) return planOptions(input, reserve).find((option) => option.way === way)?.plan ?? null;
	return strictPlan(input);
}

/** Each way out solved again from the same seed; none when nothing is missing. */
export function planOptions(input: RollingInput, reserve: readonly Reviewer[]): PlanOption[] {
	if (input.current.length === 0)
		return optionsFor(firstOf(input), reserve).map(({ kind, worst, ...option }) => {
			return { way: kind, worst, plan: asPlan(option.input, option.allocation) };
		});

	const strict = strictPlan(input);
	const before = missingOf(strict.allocation);
	if (before === 0) return [];
	const found: [Way, Plan][] = [
		['reserve', replan(input, reserve)],
		['fewer', strict],
		['colleagues', laterPlan({ ...input, relax: { colleagues: 'any' } })]
	];
	return found
		.filter(([way, { allocation }]) => way === 'fewer' || missingOf(allocation) < before)
		.map(([way, plan]) => ({ way, plan, worst: worstOf(plan) }));
}

/** What time or a reviewer's word makes necessary: nobody is asked, the reserve comes in where it has to. */
export function replan(input: RollingInput, reserve: readonly Reviewer[]): Plan {
	const others = input.reviewers.filter(({ id }) => !reserve.some((one) => one.id === id));
	return laterPlan({ ...input, relax: {}, reviewers: [...others, ...reserve] });
}

function strictPlan(input: RollingInput): Plan {
	if (input.current.length) return laterPlan({ ...input, relax: {} });
	const first = firstOf(input);
	return asPlan(first, allocate(first));
}

function firstOf({ current: _, silent = [], ...input }: RollingInput): AllocationInput {
	const reviewers = input.reviewers.filter(({ id }) => !silent.includes(id));
	return { ...input, reviewers, fixed: [], relax: {} };
}

function asPlan(input: AllocationInput, allocation: Allocation): Plan {
	return { input, allocation, added: allocation.pairs, dropped: [], deficit: allocation.deficit };
}

/** What a later round gives, told as if it had been drawn at once with all that stays as begun. */
function laterPlan(input: RollingInput): Plan {
	const { pairs, added, dropped, short, deficit } = reallocate(input);
	const sorted = sortCurrent(input).allocation;
	const counts = Map.groupBy(pairs, ({ work }) => work);
	const wanted = new Map(input.works.map(({ id, reviews = input.perWork }) => [id, reviews]));
	const isFull = ({ work }: Pair) => (counts.get(work)?.length ?? 0) > (wanted.get(work) ?? 0);
	const isKept = (pair: Pair) => input.current.some(is(pair));
	const begun = sorted.fixed ?? [];
	const isColleague = areColleagues(sorted);
	/** More than its number, from a reserve, or colleagues: what somebody let through in an earlier round stays. */
	const extra = pairs.filter(
		(pair) => (isFull(pair) || isColleague(pair)) && isKept(pair) && !begun.some(is(pair))
	);
	const asked = { ...sorted, fixed: [...begun, ...extra] };
	const sameOrganisation = pairs.filter(isColleague);
	const counted = countAgain(pairs, input.works);
	const allocation = { pairs, short, sameOrganisation, ...counted, deficit: null };

	return { input: asked, allocation, added, dropped, deficit };
}

function areColleagues({ works, reviewers, excludeSameOrganisation = true }: AllocationInput) {
	const ofWork = new Map(works.map(({ id, organisation }) => [id, organisation]));
	const ofReviewer = new Map(reviewers.map(({ id, organisation }) => [id, organisation]));
	return ({ reviewer, work }: Pair) => {
		const own = ofReviewer.get(reviewer) ?? null;
		return excludeSameOrganisation && own !== null && own === ofWork.get(work);
	};
}

function worstOf({ input, allocation }: Plan): WorstCase {
	const got = Map.groupBy(allocation.pairs, ({ work }) => work);
	const loads = [...Map.groupBy(allocation.pairs, ({ reviewer }) => reviewer).values()];
	return {
		missing: missingOf(allocation),
		fewestReviews: input.works.reduce((least, { id }) => Math.min(least, got.get(id)?.length ?? 0), Infinity),
		mostLoad: loads.reduce((most, own) => Math.max(most, own.length), 0),
		colleagues: allocation.sameOrganisation.length
	};
}

function missingOf({ short }: Allocation): number {
	return short.reduce((sum, { missing }) => sum + missing, 0);
}
