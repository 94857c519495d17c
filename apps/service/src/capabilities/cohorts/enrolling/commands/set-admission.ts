import type { Ctx } from '../../../../shell/context.ts';
import { fail } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterCohort } from '../../access.ts';
import { lockCohort, nextRevision } from '../../store.ts';
import { serveLine, standingOf } from '../line.ts';
import * as store from '../store.ts';

export type Settings = store.AdmissionSettings & { capacity: number; enrolmentOpen: boolean };
type Change = Settings & { revision: number };

/**
 * Changes seats, the open door, whose word is asked for and who goes first (R20, R77). Seats that are given or held are
 * never taken away; new ones go to the waiting list at once. Of two leaders at once the second is told of the first.
 */
export async function setAdmission(
	ctx: Ctx,
	cohortId: string,
	{ revision, ...settings }: Change
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		const cohort = await nextRevision(tx, cohortId, revision);
		const { today } = await standingOf(tx, ctx, cohortId);
		const { taken, held } = await store.countSeats(tx, cohortId, today);
		const { capacity, enrolmentOpen, asksHead } = settings;
		if (capacity < cohort.capacity && capacity < taken + held)
			fail('refused', 'cohort.capacity_taken', { limit: taken + held });

		const priorityGroups = [...new Set(settings.priorityGroups)];
		await store.changeCohort(tx, cohortId, { capacity, enrolmentOpen });
		await store.putSettings(tx, cohortId, { asksHead, priorityGroups });
		await record(tx, ctx, 'cohort.admission_changed', { id: cohortId, cohortId }, settings);
		await serveLine(tx, ctx, { ...cohort, capacity });
	});
}

/** Gives the free seats to the first in the list, also after the first day; answers with how many. */
export async function serveWaiting(ctx: Ctx, cohortId: string): Promise<number> {
	return ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'leader');
		const cohort = await lockCohort(tx, cohortId);
		return (await serveLine(tx, ctx, cohort, { byHand: true })).length;
	});
}
