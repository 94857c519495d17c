import type { Tx } from '@stazhirovka/db';
import { isOpen } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { enterToRun, type EnteredMeeting } from '../access.ts';
import { changeMeeting, findItem, lockMeeting, type ItemRow } from './store.ts';

/** A meeting to be changed: by those who run it, one after the other, and only until it is over. */
export async function enterOpen(tx: Tx, ctx: Ctx, id: string): Promise<EnteredMeeting> {
	await enterToRun(tx, ctx, id);
	await lockMeeting(tx, id);
	const entered = await enterToRun(tx, ctx, id);
	const { state } = entered.meeting;
	return isOpen(state) ? entered : fail('refused', 'meeting.not_now', { state, move: 'change' });
}

/** The same by one of its items. */
export async function enterOpenItem(
	tx: Tx,
	ctx: Ctx,
	itemId: string
): Promise<EnteredMeeting & { item: ItemRow }> {
	const { meetingId } = (await findItem(tx, itemId)) ?? missing('meeting');
	const entered = await enterOpen(tx, ctx, meetingId);
	return { ...entered, item: (await findItem(tx, itemId)) ?? missing('meeting') };
}

/** Says that a meeting was changed, on top of the revision that was seen. */
export async function touch(
	tx: Tx,
	{ id, state, revision }: EnteredMeeting['meeting'],
	seen: number = revision
): Promise<void> {
	if (!(await changeMeeting(tx, { id, state, revision: seen }))) conflict('meeting');
}
