import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { hashOf, newToken } from '../../../shell/token.ts';
import * as store from '../feeds-store.ts';

/** Makes a private address of one's consultations; the one before it stops working. It is told only now. */
export async function openFeed(ctx: Ctx): Promise<string> {
	const token = newToken();
	const { personId } = ctx.actor;
	await ctx.db.transaction(async (tx) => {
		await store.writeFeed(tx, { personId, tokenHash: hashOf(token), createdAt: ctx.now() });
		await record(tx, ctx, 'consultation.feed_opened', { id: personId });
	});
	return `${ctx.origin}/api/consultation-calendars/${token}`;
}

/** Takes the private address back. */
export async function closeFeed(ctx: Ctx): Promise<void> {
	const { personId } = ctx.actor;
	await ctx.db.transaction(async (tx) => {
		if (await store.deleteFeed(tx, personId))
			await record(tx, ctx, 'consultation.feed_closed', { id: personId });
	});
}
