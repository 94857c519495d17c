import type { Tx } from '@stazhirovka/db';
import { decideEnrolment, mayApply } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { fail, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { forgetHeads } from '../enrolling/head-store.ts';
import { allowSchool, limitsOf } from '../enrolling/limits-store.ts';
import { standingOf } from '../enrolling/line.ts';
import { ownOrganisationTitle } from '../enrolling/queries.ts';
import * as admissions from '../enrolling/store.ts';
import * as store from '../store.ts';

/**
 * Applies for a cohort (R98), also for its waiting list when no seat is free; again after a withdrawal. Where the cohort
 * asks the head of the sending school, the application waits for that word (R77). Answers with the enrolment's id.
 */
export async function enrol(ctx: Ctx, cohortId: string): Promise<string> {
	const { personId } = ctx.actor;

	return ctx.db.transaction(async (tx) => {
		const cohort = await store.lockCohort(tx, cohortId);
		const standing = await standingOf(tx, ctx, cohortId);
		const { asksHead } = await admissions.settingsOf(tx, cohortId);
		const { applyUntil } = await limitsOf(tx, cohortId);
		const earlier = await store.findEnrolment(tx, cohortId, personId);
		const state = settle(decideEnrolment(earlier?.state ?? 'none', asksHead ? 'ask_head' : 'apply'));
		if (earlier?.state === state) return earlier.id;

		if (standing.cohortTutorIds.includes(personId)) fail('refused', 'enrolment.own_cohort');
		const { siteStatus, today } = standing;
		settle(mayApply({ ...cohort, applyUntil, siteStatus }, today));
		const organisationTitle = await ownOrganisationTitle(tx, personId);
		await allowSchool(tx, cohortId, { school: organisationTitle, today });
		if (earlier) await forgetEarlier(tx, earlier.id);

		const values = { appliedAt: ctx.now(), organisationTitle };
		const enrolment = earlier
			? await store.moveEnrolment(tx, earlier, state, { ...values, ...UNDECIDED })
			: await store.insertEnrolment(tx, { ...values, cohortId, personId, state });
		await record(tx, ctx, 'enrolment.applied', { id: enrolment.id, cohortId });
		return enrolment.id;
	});
}

/** A new application says nothing of the one before, and asks the head anew. */
async function forgetEarlier(tx: Tx, id: string): Promise<void> {
	await admissions.forgetAll(tx, [id]);
	await forgetHeads(tx, [id]);
}

const UNDECIDED = { decidedAt: null, decidedBy: null, decisionReason: null, tutorId: null };
