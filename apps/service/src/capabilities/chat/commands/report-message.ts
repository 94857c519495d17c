import type { Tx } from '@stazhirovka/db';
import { storedAt } from '../../../shell/clock.ts';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { append } from '../append-store.ts';
import { findMessage } from '../message-queries.ts';
import { judgeOf } from '../moderating.ts';
import type { NewEvent } from '../new-event.ts';
import { hashOf, placeOf } from '../post.ts';
import { findReport } from '../reports-queries.ts';
import { dismiss, insertReport, settleReports } from '../reports-store.ts';
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

/** Whoever judges it has looked and leaves the message as it is. */
export async function dismissReport(ctx: Asking, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { message, roomId, cohortId, reason } = await enterReport(tx, ctx, id);
		if (!(await dismiss(tx, id, { personId: ctx.actor.personId, at: ctx.now() }))) conflict('report');
		await record(
			tx,
			ctx,
			'message_report.dismissed',
			{ id, cohortId },
			{ room: roomId, message: message.seq, reason }
		);
	});
}

/**
 * Whoever judges it hides the message, also without being in the room; its other reports are settled with it. Words that
 * their author has taken back since are judged all the same: nothing is left to hide, so no event is stored.
 */
export async function hideReported(
	ctx: Asking,
	{ id, reason }: { id: string; reason: string }
): Promise<void> {
	const by = { personId: ctx.actor.personId, at: ctx.now() };
	await ctx.db.transaction(async (tx) => {
		const { message: said, roomId, cohortId, settled } = await enterReport(tx, ctx, id);
		const message = said.seq;
		if (settled) conflict('report');
		const body = { by: 'moderator', reason };
		const event: NewEvent = {
			...{ roomId, message, body, authorId: by.personId, clientId: id, hash: hashOf([id, reason]) },
			...{ type: 'message.removed', at: storedAt(ctx), demands: { judge: true } }
		};
		const [verdict] = await append(tx, [event]);
		const seq = verdict?.word === 'removed' ? null : placeOf(verdict, event);
		await settleReports(tx, { roomId, message }, by);
		await record(tx, ctx, 'message.hidden', { id: roomId, cohortId }, { ...body, message, seq });
	});
}

async function enterReport(tx: Tx, { actor }: Asking, id: string) {
	return (await findReport(tx, await judgeOf({ db: tx, actor }), id)) ?? missing('report');
}
