import { isReason, LEAST_REASON } from '@stazhirovka/domain/journal';
import type { Ctx } from '../../../../shell/context.ts';
import { faulty } from '../../../../shell/errors.ts';
import { enterForMove } from '../access.ts';
import { returned, tellAuthor } from '../letters.ts';
import { moveTo } from '../moves.ts';
import { insertReturn } from '../returns-store.ts';
import { contentsOf } from '../returns.ts';

type Return = { id: string; revision: number; reason: string; remarks: string[] };

/** Gives an application back to be mended, with a reason and what is to be mended line by line. */
export async function returnApplication(ctx: Ctx, { reason, remarks, ...asked }: Return): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForMove(tx, ctx, asked, 'keeper');
		if (!isReason(reason)) faulty('application.reason_missing', { field: 'reason', limit: LEAST_REASON });

		await insertReturn(tx, {
			...{ applicationId: application.id, reason, remarks },
			contents: await contentsOf(tx, application),
			...{ returnedBy: ctx.actor.personId, returnedAt: ctx.now() }
		});
		await moveTo(tx, ctx, application, 'return', { reason, remarks }, { remarks });
		await tellAuthor(tx, ctx, application, returned(application.title, { reason, remarks }));
	});
}
