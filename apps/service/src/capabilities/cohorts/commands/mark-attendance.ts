import { localDay } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../access.ts';
import * as store from '../store.ts';

/** The tutor marks whether an intern came to the in-person module (R97). The day is that of the first mark. */
export async function markAttendance(
	ctx: Ctx,
	{ id, present }: { id: string; present: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, timeZone } = await enterEnrolment(tx, ctx.actor, id, 'tutor');
		const earlier = (await store.lockEnrolment(tx, id))?.attendedOn ?? null;
		if (present === (earlier !== null)) return;

		const attendedOn = present ? localDay(ctx.now(), timeZone) : null;
		await store.noteOn(tx, id, { attendedOn, attendanceMarkedBy: ctx.actor.personId });
		await record(tx, ctx, 'attendance.marked', { id, cohortId }, { present });
	});
}
