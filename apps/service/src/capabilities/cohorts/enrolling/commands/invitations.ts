import type { Tx } from '@stazhirovka/db';
import { decideEnrolment, leastBusyTutor, mayTake } from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx, Deps } from '../../../../shell/context.ts';
import { fail, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { admit } from '../../admission.ts';
import * as cohorts from '../../store.ts';
import { serveLine, standingOf, type By } from '../line.ts';
import * as store from '../store.ts';

/** Takes the seat that an invitation holds. */
export async function acceptInvitation(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const own = (await cohorts.findOwnEnrolment(tx, id, ctx.actor.personId)) ?? missing('enrolment');
		await takeHeldSeat(tx, ctx, own);
	});
}

/** The seat was held, so nobody is asked whether one is free; the day must not have passed. */
export async function takeHeldSeat(
	tx: Tx,
	by: By,
	{ id, cohortId }: Pick<cohorts.EnrolmentRow, 'id' | 'cohortId'>
): Promise<void> {
	const cohort = await cohorts.lockCohort(tx, cohortId);
	const enrolment = (await cohorts.lockEnrolment(tx, id)) ?? missing('enrolment');
	const state = settle(decideEnrolment(enrolment.state, 'accept'));
	const standing = await standingOf(tx, by, cohortId);
	const heldUntil = (await store.findAdmission(tx, id))?.heldUntil ?? '';
	if (standing.today > heldUntil) fail('refused', 'enrolment.invitation_over');
	settle(mayTake(standing));

	const tutorId = leastBusyTutor(await cohorts.tutorLoads(tx, cohortId));
	const moved = await cohorts.moveEnrolment(tx, enrolment, state, { tutorId, decidedAt: by.now() });
	await admit(tx, cohort, [moved]);
	await record(tx, by, 'enrolment.invitation_accepted', { id, cohortId }, { tutorId });
}

/** Invitations whose day has passed in the place of the cohort; the seats go to the waiting list. Doing it twice is doing it once. */
export async function lapseInvitations(deps: Pick<Deps, 'db' | 'now' | 'origin'>): Promise<void> {
	const by: By = { ...deps, actor: null };
	// The earliest zone of the world decides whom to look at, the cohort's own zone whom to move.
	const anywhere = localDay(deps.now(), 'Pacific/Kiritimati');
	for (const cohortId of await store.cohortsWithOldInvitations(deps.db, anywhere)) {
		await deps.db.transaction(async (tx) => {
			const cohort = await cohorts.lockCohort(tx, cohortId);
			const { today } = await standingOf(tx, by, cohortId);
			for (const old of await store.oldInvitations(tx, cohortId, today)) {
				await cohorts.moveEnrolment(tx, old, settle(decideEnrolment(old.state, 'lapse')), {});
				await record(tx, by, 'enrolment.invitation_lapsed', { id: old.id, cohortId });
			}
			await serveLine(tx, by, cohort);
		});
	}
}
