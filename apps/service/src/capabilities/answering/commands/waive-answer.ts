import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { respondersOf } from '../../chat/index.ts';
import { insertWaiver } from '../store.ts';

/** «Ответ не нужен»: closes what was written up to a message. For those who could answer it. */
export async function waiveAnswer(
	ctx: Ctx,
	{ roomId, lastSeq }: { roomId: string; lastSeq: number }
): Promise<void> {
	const { personId } = ctx.actor;
	await ctx.db.transaction(async (tx) => {
		const responders = await respondersOf(tx, [roomId]);
		const { cohortId } = responders.find(({ id }) => id === personId) ?? missing('room');
		const waiver = { roomId, seq: lastSeq, waivedBy: personId, createdAt: ctx.now() };
		if (await insertWaiver(tx, waiver))
			await record(tx, ctx, 'answering.waived', { id: roomId, cohortId }, { lastSeq });
	});
}
