import type { Tx } from '@stazhirovka/db';
import { decideEnrolment, mayTake, type GroupRow } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record, recordAll } from '../../../../shell/journal.ts';
import { postAll } from '../../../../shell/mail.ts';
import { newToken } from '../../../../shell/token.ts';
import { enterCohort } from '../../access.ts';
import { confirmed } from '../../letters.ts';
import { letterFacts } from '../../queries.ts';
import * as cohorts from '../../store.ts';
import { admitAll, allowTutor, byState, noteTerms, outsideOfAudience } from '../admitting.ts';
import { enterAll, type Entered } from '../group/entering.ts';
import { judge } from '../group/judging.ts';
import { invited, queued, welcome } from '../letters.ts';
import { placesIn, spareIn, standingOf } from '../line.ts';
import * as welcomes from '../welcome-store.ts';

const WELCOME_DAYS = 30;
const DAY = 86_400_000;

/** `audienceReason`: why people outside of the programme's audience are taken (R48). */
export type How = { audienceReason: string | null } & (
	| { kind: 'admit' }
	| { kind: 'invite'; heldUntil: string }
);
export type EnterGroup = { rows: GroupRow[]; skipFaulty: boolean; how: How };

/**
 * Enters a list: all its sound rows, or nothing. Accounts are found by their address, newcomers get one and a letter. In
 * the order of the list; whoever finds no seat waits, and whoever is invited needs a free one.
 */
export async function enterGroup(ctx: Ctx, cohortId: string, { rows, skipFaulty, how }: EnterGroup) {
	return ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		const cohort = await cohorts.lockCohort(tx, cohortId);
		const judged = await judge(tx, ctx, cohortId, rows);
		const skipped = rows.length - judged.sound.length;
		if (skipped > 0 && !skipFaulty) faulty('group.faulty', { faults: judged.faults });
		if (judged.sound.length === 0) fail('faulty', 'group.nobody');

		const entered = await enterAll(tx, ctx, cohort, judged);
		const ids = entered.map(({ enrolment }) => enrolment.id);
		if (how.kind === 'invite') await inviteAll(tx, ctx, cohort, entered, how);
		else await take(tx, ctx, cohort, entered, how.audienceReason);
		const waiting = await placesIn(tx, cohortId);
		await tellAll(tx, ctx, entered, { how, waiting });

		const counts = {
			entered: ids.length,
			waiting: ids.filter((id) => waiting.has(id)).length,
			newcomers: entered.filter(({ opened }) => !opened).length,
			skipped
		};
		await record(tx, ctx, 'cohort.group_entered', { id: cohortId, cohortId }, { ...counts, how: how.kind });
		return counts;
	});
}

async function take(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	entered: Entered[],
	audienceReason: string | null
): Promise<void> {
	const enrolments = entered.map(({ enrolment }) => enrolment);
	const subjects = enrolments.map(({ id }) => ({ id, cohortId: cohort.id }));
	const listed = subjects.map((subject) => ({ kind: 'enrolment.listed' as const, subject }));
	await recordAll(tx, ctx, listed);
	await admitAll(tx, ctx, cohort, enrolments, { tutorId: null, audienceReason, silent: true, as: 'enter' });
}

/** A seat for each of them is free, or nobody is invited. What keeps from admitting keeps from inviting. */
async function inviteAll(
	tx: Tx,
	ctx: Ctx,
	cohort: cohorts.CohortRow,
	entered: Entered[],
	{ heldUntil, audienceReason }: { heldUntil: string; audienceReason: string | null }
): Promise<void> {
	const standing = await standingOf(tx, ctx, cohort.id);
	settle(mayTake(standing));
	await allowTutor(tx, cohort.id, null);
	const { today } = standing;
	if (heldUntil < today || heldUntil > cohort.endsOn) faulty('enrolment.held_wrong', { field: 'heldUntil' });
	const { seats: free } = await spareIn(tx, cohort, today);
	if (free < entered.length) fail('refused', 'enrolment.few_seats', { limit: free });

	const enrolments = entered.map(({ enrolment }) => enrolment);
	const outside = await outsideOfAudience(tx, cohort, enrolments, audienceReason);
	const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decisionReason: null };
	for (const [from, ids] of byState(enrolments))
		await cohorts.moveAll(tx, ids, { from, to: settle(decideEnrolment(from, 'invite')) }, by);
	await noteTerms(tx, enrolments, { outside, audienceReason }, { heldUntil });
	await recordAll(
		tx,
		ctx,
		enrolments.map(({ id }) => ({
			kind: 'enrolment.invited',
			subject: { id, cohortId: cohort.id },
			data: { heldUntil }
		}))
	);
}

/** One letter for each: how to open the account, or what the site has done. */
async function tellAll(
	tx: Tx,
	ctx: Ctx,
	entered: Entered[],
	{ how, waiting }: { how: How; waiting: ReadonlyMap<string, number> }
): Promise<void> {
	const facts = await letterFacts(
		tx,
		entered.map(({ enrolment }) => enrolment.id)
	);
	const newcomers = entered.filter(({ opened }) => !opened);
	const links = newcomers.map(({ enrolment }) => ({ enrolmentId: enrolment.id, token: newToken() }));
	const expiresAt = new Date(ctx.now().getTime() + WELCOME_DAYS * DAY);
	await welcomes.welcomeAll(tx, links, { sentAt: ctx.now(), expiresAt });
	const tokens = new Map(links.map(({ enrolmentId, token }) => [enrolmentId, token]));

	const letters = entered.map(({ enrolment: { id } }) => {
		const about = facts.get(id) ?? missing('enrolment');
		const token = tokens.get(id);
		const link = token && `${ctx.origin}/i/${token}`;
		if (how.kind === 'invite') return invited(about, how.heldUntil, link ?? `${ctx.origin}/my`);
		if (link) return welcome(about, link);
		const place = waiting.get(id);
		return place === undefined
			? confirmed(about, `${ctx.origin}/my/${id}`)
			: queued(about, place, `${ctx.origin}/my`);
	});
	await postAll(tx, letters, ctx.now());
}
