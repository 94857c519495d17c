import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty, missing } from '../../../../shell/errors.ts';
import { enterForMove } from '../access.ts';
import { moveTo } from '../moves.ts';
import { allowByTold } from '../told.ts';

type Withdrawal = { id: string; revision: number; reason: string };

/** Takes an application back at any time before the act. A site that was registered directly its keeper takes back. */
export async function withdrawApplication(ctx: Ctx, { reason, ...asked }: Withdrawal): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForMove(tx, ctx, asked, 'author', 'keeper');
		if (!application.as.includes('author') && !application.direct) missing('application');
		allowByTold(application, 'withdraw');
		if (!isReason(reason)) faulty('application.reason_missing', { field: 'reason', limit: LEAST_REASON });

		await moveTo(tx, ctx, application, 'withdraw', { reason, decidedAt: ctx.now() });
	});
}
