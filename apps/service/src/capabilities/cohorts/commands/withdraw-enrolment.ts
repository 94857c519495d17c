import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { leaveCohortRooms } from '../../chat/index.ts';
import { leaveConsultations } from '../../consultations/index.ts';
import { serveLine, standingOf } from '../enrolling/line.ts';
import { isOrdered } from '../enrolling/queries.ts';
import * as store from '../store.ts';

/**
 * Takes one's own application back, refuses an invitation, or gives one's seat up before the first day. Whoever an order
 * has enrolled leaves by an order. The seat goes to the next in the waiting list.
 */
export async function withdrawEnrolment(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, personId } =
			(await store.findOwnEnrolment(tx, id, ctx.actor.personId)) ?? missing('enrolment');
		const cohort = await store.lockCohort(tx, cohortId);
		const enrolment = (await store.lockEnrolment(tx, id)) ?? missing('enrolment');
		const studies = enrolment.state === 'confirmed';
		const state = settle(decideEnrolment(enrolment.state, studies ? 'leave' : 'withdraw'));

		if (studies) {
			const { today } = await standingOf(tx, ctx, cohortId);
			if (today >= cohort.startsOn) fail('refused', 'enrolment.not_now');
			if (await isOrdered(tx, id)) fail('refused', 'enrolment.ordered');
		}
		await store.moveEnrolment(tx, enrolment, state, {});
		if (studies) {
			await leaveCohortRooms(tx, ctx.now(), { cohortId, enrolmentId: id, personId });
			await leaveConsultations(tx, ctx, { id, cohortId, personId });
		}
		await record(tx, ctx, 'enrolment.withdrawn', { id, cohortId });
		await serveLine(tx, ctx, cohort);
	});
}
