import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { allowKeeper } from '../../sites/index.ts';
import { enterToWork } from '../../staff/index.ts';
import * as store from '../formats-store.ts';

/** Adds a format of events for the region of a site (R60). The same again is one. */
export async function addFormat(
	ctx: Ctx,
	{ id: siteId, title }: { id: string; title: string }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { regionId } = await enterToWork(tx, ctx, siteId, ['keeper']);
		const made = await store.insertFormat(tx, { regionId, title, createdAt: ctx.now() });
		if (made) await record(tx, ctx, 'event_format.added', { id: made }, { regionId, title });
	});
}

/** Takes an added format out of the list. Rows that were written with it keep their words. */
export async function removeFormat(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { regionId, title } = (await store.findFormat(tx, id)) ?? missing('event_format');
		allowKeeper(ctx.actor, regionId, 'event_format');
		if (await store.deleteFormat(tx, id)) await record(tx, ctx, 'event_format.removed', { id }, { title });
	});
}
