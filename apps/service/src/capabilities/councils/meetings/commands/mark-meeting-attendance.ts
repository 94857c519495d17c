import type { Ctx } from '../../../../shell/context.ts';
import { replaceAttendance } from '../store.ts';
import { enterOpen, touch } from '../open-meeting.ts';

type Attendance = { id: string; revision: number; present: string[] };

/** Says who of the members is there; who is no member on the day is not counted. */
export async function markMeetingAttendance(ctx: Ctx, { id, revision, present }: Attendance): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { meeting, members } = await enterOpen(tx, ctx, id);
		await touch(tx, meeting, revision);
		const there = members.map(({ personId }) => personId).filter((personId) => present.includes(personId));
		await replaceAttendance(tx, id, [...new Set(there)]);
	});
}
