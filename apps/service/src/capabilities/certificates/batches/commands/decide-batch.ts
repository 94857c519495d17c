import { decideBatch as judge } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../../../shell/context.ts';
import { missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { returned } from '../letters.ts';
import { addressOf } from '../queries.ts';
import { enterBatch } from '../reading.ts';
import * as store from '../store.ts';

export type BatchDecision = { approve: true } | { approve: false; reason: string };

/** Another person than the one who prepared it approves the batch, and a job prints it; or returns it with a reason (V2.3.5). */
export async function decideBatch(ctx: Ctx, id: string, decision: BatchDecision): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { cohort } = await enterBatch({ db: tx, actor: ctx.actor }, id);
		const batch = await store.lockBatch(tx, id);
		settle(judge(batch, ctx.actor.personId));

		const { cohortId } = batch;
		const decided = { decidedBy: ctx.actor.personId, decidedAt: ctx.now() };
		if (decision.approve) {
			await store.decide(tx, id, { state: 'approved', ...decided, reason: null });
			await record(tx, ctx, 'certificate_batch.approved', { id, cohortId });
			return;
		}
		const { reason } = decision;
		await store.decide(tx, id, { state: 'returned', ...decided, reason });
		await record(tx, ctx, 'certificate_batch.returned', { id, cohortId }, { reason });
		const author = (await addressOf(tx, batch.preparedBy)) ?? missing('batch');
		const link = `${ctx.origin}/leader/cohorts/${cohortId}/certificates/batches/${id}`;
		await post(tx, returned(author, { cohort: cohort.cohortTitle, reason, link }), ctx.now());
	});
}
