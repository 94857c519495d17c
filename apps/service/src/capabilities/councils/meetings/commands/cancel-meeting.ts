import { moveMeeting } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { tellCancelled } from '../../letters.ts';
import { changeMeeting } from '../store.ts';
import { enterOpen } from '../open-meeting.ts';

/** Cancels a meeting. Who was invited is told; what stood on its agenda may be put to another. */
export async function cancelMeeting(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { meeting, council, members } = await enterOpen(tx, ctx, id);
		const state = settle(moveMeeting(meeting.state, 'cancel'));
		if (!(await changeMeeting(tx, meeting, { state }))) conflict('meeting');

		const personIds = members.map(({ personId }) => personId);
		if (meeting.calledAt) await tellCancelled(tx, ctx, council, { meeting, personIds });
		await record(tx, ctx, 'meeting.cancelled', { id });
	});
}
