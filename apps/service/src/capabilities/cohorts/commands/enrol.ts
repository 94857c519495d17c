import { decideEnrolment, mayApply } from '@stazhirovka/domain/cohorts';
import { statusOn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { statusPeriodsOf } from '../../sites/index.ts';
import { findCohortFacts } from '../access-store.ts';
import { ownOrganisationTitle } from '../queries.ts';
import * as store from '../store.ts';

/** Applies for a cohort (R98); again after a withdrawal. Applying twice is applying once. Answers with the enrolment's id. */
export async function enrol(ctx: Ctx, cohortId: string): Promise<string> {
	const { personId } = ctx.actor;

	return ctx.db.transaction(async (tx) => {
		const cohort = await store.lockCohort(tx, cohortId);
		const { siteId, timeZone, cohortTutorIds } = (await findCohortFacts(tx, cohortId)) ?? missing('cohort');
		const earlier = await store.findEnrolment(tx, cohortId, personId);
		const state = settle(decideEnrolment(earlier?.state ?? 'none', 'apply'));
		if (earlier?.state === state) return earlier.id;

		if (cohortTutorIds.includes(personId)) fail('refused', 'enrolment.own_cohort');
		const taken = await store.countSeatsTaken(tx, cohortId);
		const today = localDay(ctx.now(), timeZone);
		const siteStatus = statusOn(await statusPeriodsOf(tx, siteId), today);
		settle(mayApply({ ...cohort, taken, siteStatus }, today));

		const values = { appliedAt: ctx.now(), organisationTitle: await ownOrganisationTitle(tx, personId) };
		const enrolment = earlier
			? await store.moveEnrolment(tx, earlier, state, { ...values, ...UNDECIDED })
			: await store.insertEnrolment(tx, { ...values, cohortId, personId, state });
		await record(tx, ctx, 'enrolment.applied', { id: enrolment.id, cohortId });
		return enrolment.id;
	});
}

const UNDECIDED = { decidedAt: null, decidedBy: null, decisionReason: null, tutorId: null };
