import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterEnrolment } from '../../access.ts';
import * as cohorts from '../../store.ts';
import * as store from '../store.ts';

const PENDING: ReadonlySet<string> = new Set(['awaiting_head', 'applied', 'waiting']);

/** Claims a privilege that the cohort names, or takes the claim back (R20); the site has the last word. */
export async function claimPriority(
	ctx: Ctx,
	{ id, group }: { id: string; group: string | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const own = (await cohorts.findOwnEnrolment(tx, id, ctx.actor.personId)) ?? missing('enrolment');
		const { state, cohortId } = (await cohorts.lockEnrolment(tx, own.id)) ?? missing('enrolment');
		const decided = (await store.findAdmission(tx, id))?.priorityAccepted ?? null;
		if (!PENDING.has(state) || decided !== null) fail('refused', 'enrolment.not_now');
		const { priorityGroups } = await store.settingsOf(tx, cohortId);
		if (group !== null && !priorityGroups.includes(group))
			faulty('enrolment.priority_unknown', { field: 'group' });

		await store.note(tx, id, { priorityGroup: group });
		await record(tx, ctx, 'enrolment.priority_claimed', { id, cohortId }, { group });
	});
}

/** The site has looked at the paper: the privilege holds, or does not. The waiting list follows it from now on. */
export async function decidePriority(
	ctx: Ctx,
	{ id, accepted }: { id: string; accepted: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId } = await enterEnrolment(tx, ctx.actor, id, 'leader');
		await cohorts.lockCohort(tx, cohortId);
		const { state } = (await cohorts.lockEnrolment(tx, id)) ?? missing('enrolment');
		const claimed = (await store.findAdmission(tx, id))?.priorityGroup ?? null;
		if (claimed === null || !PENDING.has(state)) fail('refused', 'enrolment.not_now');

		await store.note(tx, id, { priorityAccepted: accepted });
		await record(tx, ctx, 'enrolment.priority_decided', { id, cohortId }, { group: claimed, accepted });
	});
}
