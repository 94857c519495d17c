import type { Ctx } from '../../../../shell/context.ts';
import { record } from '../../../../shell/journal.ts';
import { deleteItem } from '../store.ts';
import { enterOpenItem, touch } from '../open-meeting.ts';

/** Takes an item off the agenda with its votes. Answers with the meeting's id. */
export async function removeAgendaItem(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { meeting, item } = await enterOpenItem(tx, ctx, id);
		await deleteItem(tx, id);
		await touch(tx, meeting);
		const { kind, title, applicationId, siteId } = item;
		const removed = { itemId: id, kind, title, applicationId, siteId };
		await record(tx, ctx, 'meeting.item_removed', { id: meeting.id }, removed);
		return meeting.id;
	});
}
