import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowUntilCompleted, enterEnrolment } from '../access.ts';
import * as store from '../store.ts';

/** The tutor marks whether an intern came to the in-person module (R97), until the document is issued. The day is that of the first mark. */
export async function markAttendance(
	ctx: Ctx,
	{ id, present }: { id: string; present: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohortId, timeZone } = await enterEnrolment(tx, ctx.actor, id, 'tutor');
		const enrolment = (await store.lockEnrolment(tx, id)) ?? missing('enrolment');
		allowUntilCompleted(enrolment);
		if (present === (enrolment.attendedOn !== null)) return;

		const attendedOn = present ? localDay(ctx.now(), timeZone) : null;
		await store.noteOn(tx, id, { attendedOn, attendanceMarkedBy: ctx.actor.personId });
		await record(tx, ctx, 'attendance.marked', { id, cohortId }, { present });
	});
}
