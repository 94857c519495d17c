import type { Tx } from '@stazhirovka/db';
import {
	ALLOCATION_VERSION,
	LEASE_DAYS,
	leaseFrom,
	type Pair,
	type Plan
} from '@stazhirovka/domain/matching';
import { createHash } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { postAll } from '../../../shell/mail.ts';
import type { CohortFacts } from '../../cohorts/index.ts';
import type { FrozenProgramme } from '../../programmes/index.ts';
import { takenBack, toReview } from '../letters.ts';
import { reviewsDueFrom } from '../review-deadlines.ts';
import { extendReviews } from '../review-deadlines-store.ts';
import * as reviewsStore from '../reviews-store.ts';
import { reserveReviewsLink, reviewsLink } from './links.ts';
import type { Situation } from './situation.ts';
import * as store from './store.ts';

/** Whoever asked for it; nobody when time did. */
export type Giver = Pick<Ctx, 'now' | 'origin'> & { actor: { personId: string } | null };

type Round = { cohort: CohortFacts; programme: FrozenProgramme; situation: Situation; plan: Plan };

/**
 * Writes a plan down (R115): what was dropped goes, what was added comes, works that nobody reviewed are opened, and
 * each reviewer who gets or loses something has one letter. The seed and the input are kept with it.
 */
export async function give(
	tx: Tx,
	giver: Giver,
	{ cohort, programme, situation, plan }: Round,
	madeBy: string | null
): Promise<{ allocationId: string; dueAt: Date }> {
	const now = giver.now();
	const dueAt = await reviewsDueFrom(tx, cohort, now, programme.rules.peer.deadlineDays);
	const { until } = leaseFrom(now, LEASE_DAYS);
	const { seed, ...input } = plan.input;
	const report = { version: ALLOCATION_VERSION, ...plan.allocation };
	const made = { cohortId: cohort.cohortId, seed, input, report, madeBy, madeAt: now };
	const allocationId = await reviewsStore.insertAllocation(tx, made);

	await store.takeBack(tx, returnsFor(situation, cohort.cohortId, plan, giver));
	const aliases = aliasesFor(situation, plan);
	const rows = plan.added.map(({ work, reviewer }) => ({
		allocationId,
		finalWorkId: work,
		reviewerId: reviewer,
		reserveId: situation.people.get(reviewer)?.reserve ? reviewer : null,
		alias: aliases.get(`${work} ${reviewer}`) ?? '',
		dueAt,
		givenAt: now,
		leaseUntil: until < dueAt ? until : dueAt
	}));
	await reviewsStore.insertReviews(tx, rows);
	await extendReviews(tx, cohort);
	const told = new Set(plan.input.works.map(({ id }) => id));
	const fresh = situation.works.filter(({ id, state }) => state === 'published' && told.has(id));
	await store.openWorks(
		tx,
		fresh.map(({ id }) => id)
	);
	await postAll(tx, lettersFor(giver, cohort, situation, plan, dueAt), now);
	return { allocationId, dueAt };
}

function returnsFor({ reviews }: Situation, cohortId: string, { dropped }: Plan, { actor, now }: Giver) {
	return dropped.flatMap(({ work, reviewer, because }) => {
		const review = reviews.find((one) => one.finalWorkId === work && one.reviewerId === reviewer);
		return review
			? [
					{
						...{ reviewId: review.id, cohortId, finalWorkId: work, reviewerId: reviewer, because },
						...{ returnedBy: actor?.personId ?? null, returnedAt: now() }
					}
				]
			: [];
	});
}

/**
 * Numbers that are free for each work, by a hash of the seed: neither their order nor that of the names tells who is
 * who, and who comes in somebody's place takes the number over, so that the author learns nothing.
 */
function aliasesFor({ reviews }: Situation, { input, added, dropped }: Plan): Map<string, string> {
	const isGone = (pair: Pair) =>
		dropped.some(({ work, reviewer }) => work === pair.work && reviewer === pair.reviewer);
	const stay = reviews.filter(({ finalWorkId, reviewerId }) => {
		return !isGone({ work: finalWorkId, reviewer: reviewerId });
	});
	const used = Map.groupBy(stay, ({ finalWorkId }) => finalWorkId);
	const lotOf = ({ work, reviewer }: Pair) =>
		createHash('sha256').update(`${input.seed}:${work}:${reviewer}`).digest('hex');

	const aliases = new Map<string, string>();
	for (const [work, own] of Map.groupBy(added, ({ work }) => work)) {
		const taken = new Set(used.get(work)?.map(({ alias }) => alias));
		let number = 1;
		for (const pair of own.toSorted((one, other) => (lotOf(one) < lotOf(other) ? -1 : 1))) {
			while (taken.has(`Рецензент ${number}`)) number++;
			aliases.set(`${work} ${pair.reviewer}`, `Рецензент ${number}`);
			number++;
		}
	}
	return aliases;
}

function lettersFor(
	{ origin }: Giver,
	{ timeZone }: CohortFacts,
	{ people, works }: Situation,
	{ added, dropped }: Plan,
	dueAt: Date
) {
	const linkOf = (id: string) =>
		people.get(id)?.reserve ? reserveReviewsLink(origin) : reviewsLink(origin, id);
	const given = [...Map.groupBy(added, ({ reviewer }) => reviewer)].flatMap(([reviewer, own]) => {
		const to = people.get(reviewer);
		const facts = { works: own.length, dueAt, timeZone, link: linkOf(reviewer) };
		return to ? [toReview(to, facts)] : [];
	});
	const gone = dropped.filter(({ because }) => because !== 'left');
	const taken = [...Map.groupBy(gone, ({ reviewer }) => reviewer)].flatMap(([reviewer, own]) => {
		const to = people.get(reviewer);
		const titles = own.flatMap(({ work }) => works.find(({ id }) => id === work)?.title ?? []);
		return to && titles.length ? [takenBack(to, { titles, link: linkOf(reviewer) })] : [];
	});
	return [...given, ...taken];
}
