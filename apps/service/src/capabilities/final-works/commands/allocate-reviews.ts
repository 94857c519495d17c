import type { Tx } from '@stazhirovka/db';
import { checkAllocation, decideWork } from '@stazhirovka/domain/final-works';
import {
	allocate,
	ALLOCATION_VERSION,
	verify,
	type Allocation,
	type AllocationInput,
	type Pair
} from '@stazhirovka/domain/matching';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import { deadlineAfter } from '@stazhirovka/domain/tasks';
import { createHash, randomInt } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterCohort, type CohortFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { toReview } from '../letters.ts';
import { internsOf, type Intern } from '../queries.ts';
import * as reviewsStore from '../reviews-store.ts';
import { factsOf } from '../standing.ts';
import * as store from '../store.ts';

/** Too many to try them all. */
const SEEDS = 2 ** 47;

/**
 * Gives every published work to its reviewers (R115). A later run takes the works that came after it: what was given
 * before stays as it is. The seed and the input are kept, so that the allocation can be made again and checked.
 */
export async function allocateReviews(ctx: Ctx, input: { id: string; seed: number | null }): Promise<void> {
	const seed = input.seed ?? randomInt(SEEDS);

	await ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, input.id, 'tutor', 'leader');
		const { announcedAt } = await store.lockCohort(tx, cohort.cohortId);
		if (announcedAt) fail('refused', 'results.already_announced');
		const { rules } = await loadProgramme(tx, cohort.programmeVersionId);

		const interns = await internsOf(tx, cohort.cohortId);
		const works = await store.worksOf(tx, cohort.cohortId);
		const fresh = works.filter(({ state }) => state === 'published');
		settle(checkAllocation(rules.peer, { works: works.length, fresh: fresh.length }));

		const problem = await problemOf(tx, rules.peer, works, interns, seed);
		const allocation = allocate(problem);
		const { faults } = verify(problem, allocation);
		if (faults.length)
			throw new Error(`The allocation with seed ${seed} is wrong: ${JSON.stringify(faults)}`);

		const pairs = newPairs(problem, allocation);
		const dueAt = deadlineAfter(ctx.now(), rules.peer.deadlineDays, cohort.timeZone);
		const allocationId = await keep(tx, ctx, cohort, { problem, allocation, pairs, dueAt });
		for (const work of fresh) {
			await store.moveWork(
				tx,
				work,
				settle(decideWork(factsOf(work, false), { type: 'open_review' }, ctx.now()))
			);
		}

		const { short, sameOrganisation, deficit } = allocation;
		const hashes = { inputHash: hashOf(problem), resultHash: hashOf(allocation) };
		const facts = { seed, version: ALLOCATION_VERSION, ...hashes };
		const data = { ...facts, pairs: pairs.length, short, sameOrganisation, deficit };
		await record(tx, ctx, 'reviews.allocated', { id: allocationId, cohortId: cohort.cohortId }, data);
		await writeToReviewers(tx, ctx, cohort, interns, { pairs, dueAt });
	});
}

async function problemOf(
	tx: Tx,
	rules: PeerRules,
	works: store.WorkRow[],
	interns: Map<string, Intern>,
	seed: number
): Promise<AllocationInput> {
	const given = await reviewsStore.reviewsOf(
		tx,
		works.map(({ id }) => id)
	);
	const organisationOf = (enrolmentId: string) => interns.get(enrolmentId)?.organisation ?? null;
	const authors = works.map(({ enrolmentId }) => enrolmentId).filter((id) => interns.get(id)?.studies);

	return {
		works: works.map(({ id, enrolmentId }) => ({
			id,
			author: enrolmentId,
			organisation: organisationOf(enrolmentId)
		})),
		reviewers: authors.map((id) => ({ id, organisation: organisationOf(id) })),
		perWork: rules.reviewsPerWork,
		seed,
		excludeSameOrganisation: rules.excludeSameOrganisation,
		relax: { colleagues: 'any', loads: true },
		fixed: given.map(({ finalWorkId, reviewerId }) => ({ work: finalWorkId, reviewer: reviewerId }))
	};
}

function newPairs({ fixed = [] }: AllocationInput, { pairs }: Allocation): Pair[] {
	return pairs.filter(
		({ work, reviewer }) => !fixed.some((pair) => pair.work === work && pair.reviewer === reviewer)
	);
}

type Made = { problem: AllocationInput; allocation: Allocation; pairs: Pair[]; dueAt: Date };

async function keep(
	tx: Tx,
	ctx: Ctx,
	{ cohortId }: CohortFacts,
	{ problem, allocation, pairs, dueAt }: Made
): Promise<string> {
	const { seed, ...input } = problem;
	const report = { version: ALLOCATION_VERSION, ...allocation };
	const made = { cohortId, seed, input, report, madeBy: ctx.actor.personId, madeAt: ctx.now() };
	const allocationId = await reviewsStore.insertAllocation(tx, made);

	const rows = pairs.map(({ work, reviewer }) => {
		const alias = `Рецензент ${placeOf({ work, reviewer }, problem, pairs)}`;
		return { allocationId, finalWorkId: work, reviewerId: reviewer, alias, dueAt };
	});
	await reviewsStore.insertReviews(tx, rows);
	return allocationId;
}

/** Aliases follow a hash of the seed, so that neither their order nor that of the names tells who is who. */
function placeOf({ work, reviewer }: Pair, { seed, fixed = [] }: AllocationInput, pairs: Pair[]): number {
	const lotOf = (id: string) => createHash('sha256').update(`${seed}:${work}:${id}`).digest('hex');
	const ofWork = pairs.filter((pair) => pair.work === work).map((pair) => lotOf(pair.reviewer));
	const before = fixed.filter((pair) => pair.work === work).length;

	return before + ofWork.toSorted().indexOf(lotOf(reviewer)) + 1;
}

function hashOf(facts: object): string {
	return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

async function writeToReviewers(
	tx: Tx,
	ctx: Ctx,
	{ timeZone }: CohortFacts,
	interns: Map<string, Intern>,
	{ pairs, dueAt }: Pick<Made, 'pairs' | 'dueAt'>
): Promise<void> {
	for (const [reviewer, own] of Map.groupBy(pairs, (pair) => pair.reviewer)) {
		const link = `${ctx.origin}/my/${reviewer}/reviews`;
		const intern = interns.get(reviewer) ?? missing('enrolment');
		await post(tx, toReview(intern, { works: own.length, dueAt, timeZone, link }), ctx.now());
	}
}
