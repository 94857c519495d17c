import { happened } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../access.ts';
import * as store from '../support-store.ts';

/** Ends a pair on a day that has come; its log stays. */
export async function endPair(ctx: Ctx, { id, until }: { id: string; until: string }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId, sinceDay } = (await store.findPair(tx, id)) ?? missing('support');
		const site = await enterToWork(tx, ctx, siteId, ['leader'], 'support');
		const faults = happened(until, site.today, 'until', sinceDay);
		if (faults.length) faulty('support.faulty', { faults });

		if (!(await store.closePair(tx, id, until))) conflict('support');
		await record(tx, ctx, 'support.ended', { id }, { siteId, until });
	});
}
