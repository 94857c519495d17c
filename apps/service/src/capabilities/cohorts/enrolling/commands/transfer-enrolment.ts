import type { Tx } from '@stazhirovka/db';
import { decideEnrolment, leastBusyTutor, mayComeFrom, mayTake } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { leaveCohortRooms } from '../../../chat/index.ts';
import { leaveConsultations } from '../../../consultations/index.ts';
import { workCalendarOf } from '../../../deadlines/index.ts';
import { moveRoutes } from '../../../learning-routes/index.ts';
import { enterEnrolment } from '../../access.ts';
import { admit } from '../../admission.ts';
import { letterFactsOf } from '../../queries.ts';
import { recountWay } from '../../earlier-cohort-store.ts';
import * as cohorts from '../../store.ts';
import { carryOver, hasOwnWork } from '../carrying-store.ts';
import { transferred } from '../letters.ts';
import { serveLine, spareIn, standingOf } from '../line.ts';
import { hasFinalWork, neighbours } from '../queries.ts';
import * as store from '../store.ts';

type Transfer = { id: string; cohortId: string; reason: string };

/**
 * Moves an intern to another cohort of the same programme at the same site. On the same version what was done comes
 * along; nobody moves once others have seen the final work. The seat that is left goes to the next in the list.
 */
export async function transferEnrolment(ctx: Ctx, { id, cohortId, reason }: Transfer): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const entered = await enterEnrolment(tx, ctx.actor, id, 'leader');
		const [left, into] = await lockBoth(tx, entered.cohortId, cohortId);
		const enrolment = (await cohorts.lockEnrolment(tx, id)) ?? missing('enrolment');
		const state = settle(decideEnrolment(enrolment.state, 'transfer'));
		if (await hasFinalWork(tx, id)) fail('refused', 'enrolment.transfer_done');

		const next = await enter(tx, ctx, into, enrolment);
		await cohorts.moveEnrolment(tx, enrolment, state, {
			...{ decisionReason: reason, decidedAt: ctx.now(), decidedBy: ctx.actor.personId }
		});
		const same = left.programmeVersionId === into.programmeVersionId;
		const carried = same ? await carryOver(tx, { from: id, to: next.id, cohortId: into.id }) : [];
		if (carried.includes('learning_route')) await layRouteAnew(tx, ctx, { left, into, next: next.id });
		await store.note(tx, next.id, { cameFrom: id, carried });
		const { personId } = enrolment;
		await leaveCohortRooms(tx, ctx.now(), { cohortId: left.id, enrolmentId: id, personId });
		await leaveConsultations(tx, ctx, { id, cohortId: left.id, personId });
		await admit(tx, into, [next]);
		await tell(tx, ctx, { next: next.id, left, reason });
		await record(
			tx,
			ctx,
			'enrolment.transferred',
			{ id, cohortId: left.id },
			{ to: next.id, reason, carried }
		);
		await recountWay(tx, next.id);
		await serveLine(tx, ctx, left);
	});
}

/** The days of the tasks have in the new cohort the places that they had in the old one; its holidays are skipped. */
async function layRouteAnew(
	tx: Tx,
	ctx: Ctx,
	{ left, into, next }: { left: cohorts.CohortRow; into: cohorts.CohortRow; next: string }
): Promise<void> {
	const calendar = await workCalendarOf(tx, into.siteId);
	const { today } = await standingOf(tx, ctx, into.id);
	const move = { cohortId: into.id, enrolmentId: next, before: left, after: into, today, calendar };
	await moveRoutes(tx, ctx, move);
}

/** Both locks in one order, so that two transfers across never wait for each other. */
async function lockBoth(tx: Tx, from: string, to: string): Promise<[cohorts.CohortRow, cohorts.CohortRow]> {
	if (from === to) faulty('enrolment.same_cohort', { field: 'cohortId' });
	const locked = new Map<string, cohorts.CohortRow>();
	for (const id of [from, to].sort()) locked.set(id, await cohorts.lockCohort(tx, id));
	return [locked.get(from) ?? missing('cohort'), locked.get(to) ?? missing('cohort')];
}

/** A seat in the other cohort, where nobody waits before; the person may have been there once. */
async function enter(
	tx: Tx,
	ctx: Ctx,
	into: cohorts.CohortRow,
	{ cohortId, personId, organisationTitle }: cohorts.EnrolmentRow
): Promise<cohorts.EnrolmentRow> {
	const standing = await standingOf(tx, ctx, into.id);
	const from = (await cohorts.findCohort(tx, cohortId)) ?? missing('cohort');
	const allowed = await neighbours(tx, from, standing.today);
	if (!allowed.some(({ id }) => id === into.id)) missing('cohort');
	settle(mayTake(standing));
	if (standing.cohortTutorIds.includes(personId)) fail('refused', 'enrolment.own_cohort');
	const spare = await spareIn(tx, into, standing.today);
	if (spare.seats === 0) fail('refused', 'enrolment.no_seats');
	settle(mayComeFrom(spare.schools, organisationTitle));

	const earlier = await cohorts.findEnrolment(tx, into.id, personId);
	const state = settle(decideEnrolment(earlier?.state ?? 'none', 'arrive'));
	const carries = from.programmeVersionId === into.programmeVersionId;
	if (earlier && carries && (await hasOwnWork(tx, earlier.id))) fail('refused', 'enrolment.transfer_twice');
	const tutorId =
		leastBusyTutor(await cohorts.tutorLoads(tx, into.id)) ?? fail('refused', 'enrolment.no_tutor');
	const decided = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decisionReason: null };
	const values = { ...decided, tutorId, organisationTitle, appliedAt: ctx.now() };
	return earlier
		? cohorts.moveEnrolment(tx, earlier, state, values)
		: cohorts.insertEnrolment(tx, { ...values, cohortId: into.id, personId, state });
}

async function tell(
	tx: Tx,
	ctx: Ctx,
	{ next, left, reason }: { next: string; left: cohorts.CohortRow; reason: string }
): Promise<void> {
	const facts = (await letterFactsOf(tx, next)) ?? missing('enrolment');
	await post(tx, transferred(facts, left.title, reason, `${ctx.origin}/my`), ctx.now());
}
