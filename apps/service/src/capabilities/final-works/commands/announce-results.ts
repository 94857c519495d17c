import type { Tx } from '@stazhirovka/db';
import { decideWork, type Outcome } from '@stazhirovka/domain/final-works';
import { deadlineAfter } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { postAll, type Letter } from '../../../shell/mail.ts';
import { enterCohort, type CohortFacts } from '../../cohorts/index.ts';
import { reopenFor, sheetOf } from '../../forms/index.ts';
import { loadProgramme, type FrozenProgramme } from '../../programmes/index.ts';
import { blocksOf, toBlock } from '../board.ts';
import { failed, passed, toRevise } from '../letters.ts';
import { openDiscussions } from '../forum.ts';
import { internsOf, type Intern } from '../queries.ts';
import { factsOf, standingsOf, type Standing } from '../standing.ts';
import * as store from '../store.ts';

/**
 * One act for the whole cohort (R117): every reviewed work gets its result, or nobody does. Refused with all its
 * reasons while a review is awaited or a decision is missing. The statements are as many for three works as for a
 * thousand.
 */
export async function announceResults(ctx: Ctx, cohortId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		const { announcedAt } = await store.lockCohort(tx, cohortId);
		const programme = await loadProgramme(tx, cohort.programmeVersionId);
		const works = await store.worksOf(tx, cohortId);
		const standings = await standingsOf(tx, programme.rules.peer, works, ctx.now());

		const blocks = blocksOf(standings, announcedAt !== null);
		const [first] = blocks;
		if (first) fail('refused', first.code, { blocked: blocks.map((block) => toBlock(block, standings)) });

		const until = endOfRevision(ctx, cohort, programme);
		await settleWorks(tx, ctx, programme, standings, until);
		await store.insertResults(
			tx,
			standings.map((standing) => resultOf(standing, ctx.now()))
		);
		await store.markAnnounced(tx, cohortId, ctx.now());
		await openDiscussions(tx, cohort, programme.document, works);

		const outcomes = standings.map(({ work, outcome }) => ({ work: work.id, outcome }));
		await record(tx, ctx, 'results.announced', { id: cohortId, cohortId }, { outcomes });
		const interns = await internsOf(tx, cohortId);
		const letters = standings.map((standing) => letterOf(ctx, cohort, interns, standing, until));
		await postAll(tx, letters, ctx.now());
	});
}

/** To the end of the last day, in the site's zone. */
function endOfRevision(ctx: Ctx, { timeZone }: CohortFacts, { rules }: FrozenProgramme): Date {
	return deadlineAfter(ctx.now(), rules.peer.revisionDays ?? 0, timeZone);
}

/** Works with one outcome move together; sheets of those that are to be revised open again. */
async function settleWorks(
	tx: Tx,
	ctx: Ctx,
	programme: FrozenProgramme,
	standings: Standing[],
	until: Date
): Promise<void> {
	const moves = standings.map(({ work, outcome }) => {
		const action = { type: 'announce' as const, outcome };
		return { work, to: settle(decideWork(factsOf(work, false), action, ctx.now())) };
	});
	for (const [to, moved] of Map.groupBy(moves, (move) => move.to)) {
		const ids = moved.map(({ work }) => work.id);
		await store.moveWorks(tx, ids, 'in_review', to, to === 'revision' ? { revisionUntil: until } : {});
	}

	const revised = moves.filter(({ to }) => to === 'revision').map(({ work }) => work);
	const [first] = revised;
	if (!first) return;
	const sheet = sheetOf(programme, 'final_work', { cohortId: first.cohortId, enrolmentId: null });
	await reopenFor(
		tx,
		sheet,
		revised.map(({ enrolmentId }) => enrolmentId)
	);
}

function resultOf({ work, peer, outcome, decision }: Standing, announcedAt: Date): store.NewResult {
	const { passed: passedByReviews, total, spread, ...figures } = peer;
	return {
		...figures,
		finalWorkId: work.id,
		round: 1,
		basis: 'reviews',
		total: total === null ? null : String(total),
		spread: spread === null ? null : String(spread),
		passedByReviews,
		passed: outcome === 'passed',
		decisionReason: decision?.reason ?? null,
		decidedBy: decision?.decidedBy ?? null,
		announcedAt
	};
}

function letterOf(
	{ origin }: Ctx,
	{ timeZone }: CohortFacts,
	interns: Map<string, Intern>,
	{ work, outcome }: Standing,
	until: Date
): Letter {
	const author = interns.get(work.enrolmentId) ?? missing('enrolment');
	const letter = { title: work.title, link: `${origin}/my/${work.enrolmentId}/final-work`, until, timeZone };
	return LETTERS[outcome](author, letter);
}

/** An undecided work stops the announcement before any letter. */
const LETTERS: Record<Outcome, typeof toRevise> = { passed, revision: toRevise, failed, undecided: failed };
