import type { AllocationInput, Pair } from './input.ts';

/** `expired`: the lease is over and nothing was sent. */
export type CurrentReview = Pair & { state: 'given' | 'started' | 'done'; expired?: boolean };

/** Works that were withdrawn and people who left are simply not among `works` and `reviewers`. */
export type RollingInput = Omit<AllocationInput, 'fixed'> & {
	current: readonly CurrentReview[];
	/** Reviewers who do not answer: what they have not begun goes to others, and they get nothing new. */
	silent?: readonly string[];
};

export type Dropped = Pair & {
	because: 'withdrawn' | 'left' | 'silent' | 'expired' | 'conflict' | 'moved';
};

export type Sorted = {
	allocation: AllocationInput;
	/** Given and not begun, still right: each stays unless another work needs its reviewer. */
	kept: Pair[];
	/** Begun, with a lease that is over: they stay, and others are given in their place. */
	overdue: Pair[];
	dropped: Dropped[];
	/** How many reviews of withdrawn works each reviewer lost. */
	released: Map<string, number>;
};

/** What becomes of each present review before anything new is given. */
export function sortCurrent({ current, silent = [], ...input }: RollingInput): Sorted {
	const works = new Map(input.works.map((work) => [work.id, work]));
	const late = current.filter(({ expired, state }) => expired && state !== 'done');
	const quiet = new Set([...silent, ...late.map(({ reviewer }) => reviewer)]);
	const judged = current
		.map((review) => ({ ...pairOf(review), review, because: reasonOf(input, works, quiet, review) }))
		.toSorted(byPair);
	const stays = judged.filter(({ because }) => because === null);
	const dropped = judged.flatMap(({ reviewer, work, because }) =>
		because ? [{ reviewer, work, because }] : []
	);
	const overdue = stays.filter(({ review }) => review.state === 'started' && review.expired).map(pairOf);
	const fixed = stays
		.filter(({ review }) => review.state !== 'given' && !overdue.some(is(review)))
		.map(pairOf);
	const loads = Map.groupBy(fixed, ({ reviewer }) => reviewer);

	const reviewers = input.reviewers.map((reviewer) =>
		quiet.has(reviewer.id) ? { ...reviewer, least: 0, most: loads.get(reviewer.id)?.length ?? 0 } : reviewer
	);
	const lost = dropped.filter(({ because }) => because === 'silent' || because === 'expired').map(pairOf);
	const held = [...overdue, ...lost].map((pair) => ({ ...pair, because: 'earlier' as const }));
	const forbidden = [...(input.forbidden ?? []), ...held];
	const withdrawn = Map.groupBy(
		dropped.filter(({ because }) => because === 'withdrawn'),
		({ reviewer }) => reviewer
	);

	return {
		allocation: { ...input, reviewers, fixed, forbidden },
		kept: stays.filter(({ review }) => review.state === 'given').map(pairOf),
		overdue,
		dropped,
		released: new Map([...withdrawn].map(([reviewer, own]) => [reviewer, own.length]))
	};
}

/** Why the review cannot stay, or null. What is done always stays; what was begun stays while its work does. */
function reasonOf(
	input: Pick<AllocationInput, 'forbidden' | 'reviewers'>,
	works: ReadonlyMap<string, { author: string }>,
	quiet: ReadonlySet<string>,
	{ reviewer, work, state, expired }: CurrentReview
): Dropped['because'] | null {
	if (state === 'done') return null;
	if (!works.has(work)) return 'withdrawn';
	if (state === 'started') return null;
	if (!input.reviewers.some(({ id }) => id === reviewer)) return 'left';
	if (expired) return 'expired';
	if (quiet.has(reviewer)) return 'silent';
	const isBarred = input.forbidden?.some(is({ reviewer, work })) ?? false;
	return isBarred || works.get(work)?.author === reviewer ? 'conflict' : null;
}

export function is({ reviewer, work }: Pair): (pair: Pair) => boolean {
	return (pair) => pair.reviewer === reviewer && pair.work === work;
}

function pairOf({ reviewer, work }: Pair): Pair {
	return { reviewer, work };
}

export function byPair(one: Pair, other: Pair): number {
	if (one.work !== other.work) return one.work < other.work ? -1 : 1;
	if (one.reviewer === other.reviewer) return 0;
	return one.reviewer < other.reviewer ? -1 : 1;
}
