import type { Ctx } from '../../../shell/context.ts';
import { allow } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterInnerSite, enterToWork } from '../../staff/index.ts';
import * as store from '../formats-store.ts';
import { hashOf, newToken } from '../../../shell/token.ts';

/** Makes a private address of the site's calendar; the one before it stops working. It is told only now. */
export async function openFeed(ctx: Ctx, siteId: string): Promise<string> {
	const token = newToken();
	await ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader', 'staff']);
		const by = { openedBy: ctx.actor.personId, createdAt: ctx.now() };
		await store.writeFeed(tx, { siteId, tokenHash: hashOf(token), ...by });
		await record(tx, ctx, 'plan.feed_opened', { id: siteId });
	});
	return `${ctx.origin}/api/calendars/${token}`;
}

/** Takes the private address back: after the end of the status too, for it must not stay open for ever. */
export async function closeFeed(ctx: Ctx, siteId: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterInnerSite(tx, ctx, siteId);
		allow(site.as.includes('leader'));
		if (await store.deleteFeed(tx, siteId)) await record(tx, ctx, 'plan.feed_closed', { id: siteId });
	});
}
