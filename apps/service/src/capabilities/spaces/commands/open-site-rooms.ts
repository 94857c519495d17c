import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { openGroupRoom as makeGroupRoom, openStaffRoom as makeStaffRoom } from '../../chat/index.ts';
import { enterToWork, findGroup } from '../../staff/index.ts';

/** Opens the room of a site's people; the room that is there is the one. */
export async function openStaffRoom(ctx: Ctx, siteId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { title } = await enterToWork(tx, ctx, siteId, ['leader']);
		const roomId = await makeStaffRoom(tx, { siteId, title, now: ctx.now() });
		await record(tx, ctx, 'staff_room.opened', { id: siteId }, { roomId });
		return roomId;
	});
}

/** Opens the room of a working group (R66). */
export async function openGroupRoom(ctx: Ctx, groupId: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { siteId, title } = (await findGroup(tx, groupId)) ?? missing('working_group');
		await enterToWork(tx, ctx, siteId, ['leader'], 'working_group');
		const roomId = await makeGroupRoom(tx, { siteId, groupId, title, now: ctx.now() });
		await record(tx, ctx, 'working_group.room_opened', { id: groupId }, { roomId });
		return roomId;
	});
}
