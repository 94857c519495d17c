import { happened } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../access.ts';
import * as store from '../support-store.ts';

export type NewPair = {
	id: string;
	kind: 'people' | 'schools';
	supporter: string;
	supported: string;
	subject: string;
	since: string;
};

/** Writes down who supports whom (R74, R76). The same again is written once. */
export async function beginPair(ctx: Ctx, { id: siteId, since, ...pair }: NewPair): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader']);
		const faults = happened(since, site.today, 'since');
		if (faults.length) faulty('support.faulty', { faults });

		const made = await store.insertPair(tx, { ...pair, siteId, sinceDay: since, createdAt: ctx.now() });
		if (made) await record(tx, ctx, 'support.begun', { id: made }, { siteId, kind: pair.kind });
	});
}
