import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { findMessage } from '../message-queries.ts';
import { findReport } from '../reports-queries.ts';
import { dismiss, insertReport } from '../reports-store.ts';
import { enterRoom } from '../rooms.ts';

type Asking = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Report = { roomId: string; message: number; reason: string };

/** Tells those who moderate the room that a message should be looked at. */
export async function reportMessage(
	{ db, actor, now }: Asking,
	{ roomId, message, reason }: Report
): Promise<void> {
	await enterRoom(db, actor, roomId);
	const { removedAt } = (await findMessage(db, roomId, message)) ?? missing('message');
	if (removedAt) fail('refused', 'message.removed');
	await insertReport(db, { roomId, message, reason, reporterId: actor.personId, createdAt: now() });
}

/** The moderator has looked and leaves the message as it is. */
export async function dismissReport(ctx: Asking, id: string): Promise<void> {
	const { db, actor, now } = ctx;
	await db.transaction(async (tx) => {
		const { message, roomId, cohortId, reason } =
			(await findReport(tx, actor.personId, id)) ?? missing('report');
		if (!(await dismiss(tx, id, { personId: actor.personId, at: now() }))) conflict('report');
		await record(tx, ctx, 'message_report.dismissed', { id, cohortId }, { room: roomId, message, reason });
	});
}
