import type { Tx } from '@stazhirovka/db';
import { decideEnrolment, leastBusyTutor, mayConfirm } from '@stazhirovka/domain/cohorts';
import { statusOn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { statusPeriodsOf } from '../../sites/index.ts';
import { enterEnrolment } from '../access.ts';
import { admit } from '../admission.ts';
import { confirmed, declined } from '../letters.ts';
import { letterFacts } from '../queries.ts';
import * as store from '../store.ts';

export type Decision =
	{ decision: 'confirm'; tutorId: string | null } | { decision: 'decline'; reason: string };

/** The leader's decision on an application. Confirmed under the cohort's lock, so seats are never oversold. */
export async function decideApplication(
	ctx: Ctx,
	{ id, ...decision }: Decision & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, siteId, timeZone } = await enterEnrolment(tx, ctx.actor, id, 'leader');
		const cohort = await store.lockCohort(tx, cohortId);
		const enrolment = (await store.lockEnrolment(tx, id)) ?? missing('enrolment');
		const state = settle(decideEnrolment(enrolment.state, decision.decision));
		const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId };

		if (decision.decision === 'confirm') {
			const taken = await store.countSeatsTaken(tx, cohortId);
			const siteStatus = statusOn(await statusPeriodsOf(tx, siteId), localDay(ctx.now(), timeZone));
			settle(mayConfirm({ capacity: cohort.capacity, taken, siteStatus }));
			const tutorId = await tutorFor(tx, cohortId, decision.tutorId);
			const moved = await store.moveEnrolment(tx, enrolment, state, { ...by, tutorId, decisionReason: null });
			await admit(tx, cohort, moved);
			await record(tx, ctx, 'enrolment.confirmed', { id, cohortId }, { tutorId });
		} else {
			await store.moveEnrolment(tx, enrolment, state, { ...by, decisionReason: decision.reason });
			await record(tx, ctx, 'enrolment.declined', { id, cohortId }, { reason: decision.reason });
		}
		await tell(tx, ctx, id, decision);
	});
}

/** The tutor who was named, or the one with the fewest interns; only a tutor of the cohort can be either. */
async function tutorFor(tx: Tx, cohortId: string, named: string | null): Promise<string> {
	const loads = await store.tutorLoads(tx, cohortId);
	if (named && !loads.some(({ id }) => id === named)) faulty('enrolment.tutor_unknown', { field: 'tutorId' });
	return named ?? leastBusyTutor(loads) ?? fail('refused', 'enrolment.no_tutor');
}

async function tell(tx: Tx, ctx: Ctx, enrolmentId: string, decision: Decision): Promise<void> {
	const facts = (await letterFacts(tx, enrolmentId)) ?? missing('enrolment');
	const letter =
		decision.decision === 'confirm'
			? confirmed(facts, `${ctx.origin}/my/${enrolmentId}`)
			: declined(facts, decision.reason, `${ctx.origin}/my`);
	await post(tx, letter, ctx.now());
}
