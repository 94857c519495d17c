import type { Tx } from '@stazhirovka/db';
import {
	replan,
	type CurrentReview,
	type Pair,
	type Plan,
	type RollingInput
} from '@stazhirovka/domain/matching';
import { randomInt } from 'node:crypto';
import { record } from '../../../shell/journal.ts';
import type { CohortFacts } from '../../cohorts/index.ts';
import type { FrozenProgramme } from '../../programmes/index.ts';
import { give, type Giver } from './giving.ts';
import { assertRight } from './proposing.ts';
import { roundOf, situationOf, type Situation } from './situation.ts';

const SEEDS = 2 ** 47;

type Cohort = { cohort: CohortFacts; programme: FrozenProgramme };
/** Works that have just lost a review each time they are named, and reviews whose lease is over. */
type Loss = { lost: string[]; expired: string[] };

/**
 * Gives on what was given back or has lain too long (R115), without asking anybody: works get as many reviews as they
 * had and no more, and nothing that was begun moves. A review that nobody else can take stays with its reviewer.
 */
export async function giveOn(tx: Tx, giver: Giver, { cohort, programme }: Cohort, loss: Loss): Promise<Plan> {
	const { cohortId } = cohort;
	const situation = await situationOf(tx, cohortId);
	const round = asBefore(roundOf(situation, programme.rules.peer, randomInt(SEEDS), []), loss);
	const plan = withoutLoss(situation, round, loss.expired);
	assertRight(plan);
	if (plan.added.length + plan.dropped.length === 0) return plan;

	const { allocationId } = await give(tx, giver, { cohort, programme, situation, plan }, null);
	const { seed } = plan.input;
	const data = { seed, added: plan.added, dropped: plan.dropped, short: plan.allocation.short };
	await record(tx, giver, 'reviews.reallocated', { id: allocationId, cohortId }, data);
	return plan;
}

/** Works that are being reviewed, each with the number of reviews that it had. */
function asBefore(round: RollingInput, { lost }: Loss): RollingInput {
	const counts = Map.groupBy([...round.current.map(({ work }) => work), ...lost], (work) => work);
	const works = round.works.filter(({ id }) => counts.has(id));
	const authors = new Set(round.works.map(({ author }) => author));
	return {
		...round,
		works: works.map((work) => ({ ...work, reviews: counts.get(work.id)?.length ?? 0 })),
		/** A pair that holds stays: an author who lost a review now would learn that the other one has spoken. */
		forbidden: round.forbidden?.filter((pair) => !round.current.some(isSame(pair))) ?? [],
		reviewers: round.reviewers.filter(({ id, reserve }) => reserve || authors.has(id))
	};
}

function isSame(pair: Pair) {
	return ({ work, reviewer }: Pair) => work === pair.work && reviewer === pair.reviewer;
}

/** Takes away from silent reviewers only what somebody else can take. */
function withoutLoss({ reserve, reviews }: Situation, round: RollingInput, expired: string[]): Plan {
	let over = reviews.filter(({ id }) => expired.includes(id));
	for (;;) {
		const isOver = ({ work, reviewer }: Pair) =>
			over.some((one) => one.finalWorkId === work && one.reviewerId === reviewer);
		const current = round.current.map((one) => ({ ...one, expired: one.state === 'given' && isOver(one) }));
		const plan = quietest({ ...round, current }, reserve);
		const short = new Set(plan.allocation.short.map(({ work }) => work));
		const kept = over.filter(({ finalWorkId }) => !short.has(finalWorkId));
		if (kept.length === over.length) return plan;
		over = kept;
	}
}

/** What people were told stays as it is, begun or not, unless a work would be left without a review. */
function quietest(round: RollingInput, reserve: Situation['reserve']): Plan {
	const current = round.current.map((one): CurrentReview => {
		return one.state === 'given' && !one.expired ? { ...one, state: 'started' } : one;
	});
	const still = replan({ ...round, current }, reserve);
	return still.allocation.short.length === 0 ? still : replan(round, reserve);
}
