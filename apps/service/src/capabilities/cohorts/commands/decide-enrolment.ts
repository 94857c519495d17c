import type { Tx } from '@stazhirovka/db';
import { decideEnrolment } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterCohort, enterEnrolment } from '../access.ts';
import { admitAll, type Terms } from '../enrolling/admitting.ts';
import { serveLine } from '../enrolling/line.ts';
import { findMany } from '../enrolling/store.ts';
import { declined } from '../letters.ts';
import { letterFactsOf } from '../queries.ts';
import * as store from '../store.ts';

export type Decision = ({ decision: 'confirm' } & Terms) | { decision: 'decline'; reason: string };

/** The leader's decision on one application. */
export async function decideApplication(
	ctx: Ctx,
	{ id, ...decision }: Decision & { id: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId } = await enterEnrolment(tx, ctx.actor, id, 'leader');
		await decide(tx, ctx, cohortId, [id], decision);
	});
}

/** The same decision on several applications of a cohort: on all of them, or on none. */
export async function decideApplications(
	ctx: Ctx,
	{ cohortId, ids, ...decision }: Decision & { cohortId: string; ids: string[] }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		await decide(tx, ctx, cohortId, [...new Set(ids)], decision);
	});
}

/** Under the cohort's lock, so seats are never oversold and of two decisions at once one holds. */
async function decide(tx: Tx, ctx: Ctx, cohortId: string, ids: string[], decision: Decision): Promise<void> {
	const cohort = await store.lockCohort(tx, cohortId);
	const enrolments = await findMany(tx, cohortId, ids);
	if (enrolments.length < ids.length) missing('enrolment');

	if (decision.decision === 'confirm') return admitAll(tx, ctx, cohort, enrolments, decision);
	for (const enrolment of enrolments) await decline(tx, ctx, enrolment, decision.reason);
	await serveLine(tx, ctx, cohort);
}

async function decline(tx: Tx, ctx: Ctx, enrolment: store.EnrolmentRow, reason: string): Promise<void> {
	const { id, cohortId } = enrolment;
	const state = settle(decideEnrolment(enrolment.state, 'decline'));
	const by = { decidedAt: ctx.now(), decidedBy: ctx.actor.personId, decisionReason: reason };

	await store.moveEnrolment(tx, enrolment, state, by);
	await record(tx, ctx, 'enrolment.declined', { id, cohortId }, { reason });
	const facts = (await letterFactsOf(tx, id)) ?? missing('enrolment');
	await post(tx, declined(facts, reason, `${ctx.origin}/my`), ctx.now());
}
