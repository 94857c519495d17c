import type { Ctx } from '../../../../shell/context.ts';
import { record } from '../../../../shell/journal.ts';
import { enterBatch } from '../reading.ts';
import * as store from '../store.ts';

/** Whatever could not be printed is tried once more, with the words that were approved. Nothing failed: nothing is done. */
export async function retryBatch(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterBatch({ db: tx, actor: ctx.actor }, id);
		const { cohortId } = await store.lockBatch(tx, id);
		const again = await store.resetFailed(tx, id);
		if (again) await record(tx, ctx, 'certificate_batch.retried', { id, cohortId }, { again });
	});
}
