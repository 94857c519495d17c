import { moveMeeting } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { inviteMembers } from '../../letters.ts';
import { changeMeeting, itemsOf } from '../store.ts';
import { enterOpen } from '../open-meeting.ts';

/** Invites the members by letter, with the agenda; again when the agenda has changed. */
export async function callMeeting(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { meeting, council, members } = await enterOpen(tx, ctx, id);
		const state = settle(moveMeeting(meeting.state, 'call'));
		const items = (await itemsOf(tx, id)).map(({ title }) => title);
		if (items.length === 0) fail('refused', 'meeting.nothing_on_agenda');

		const personIds = members.map(({ personId }) => personId);
		if (!(await changeMeeting(tx, meeting, { state, calledAt: ctx.now() }))) conflict('meeting');
		await inviteMembers(tx, ctx, council, { meeting, items, personIds });
		await record(tx, ctx, 'meeting.called', { id }, { items });
	});
}
