import type { Ctx } from '../../../../shell/context.ts';
import { record } from '../../../../shell/journal.ts';
import { replaceAttendance } from '../store.ts';
import { enterOpen, touch } from '../open-meeting.ts';

type Attendance = { id: string; revision: number; present: string[] };

/** Says who of the members is there; who is no member on the day is not counted. */
export async function markMeetingAttendance(ctx: Ctx, { id, revision, present }: Attendance): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { meeting, members } = await enterOpen(tx, ctx, id);
		await touch(tx, meeting, revision);
		const sitting = members.map(({ personId }) => personId);
		const there = [...new Set(sitting.filter((personId) => present.includes(personId)))];
		await replaceAttendance(tx, id, there);
		await record(tx, ctx, 'meeting.attended', { id }, { present: there });
	});
}
