import type { Ctx } from '../../../../shell/context.ts';
import { enterForMove } from '../access.ts';
import { accepted, tellAuthor } from '../letters.ts';
import { moveTo } from '../moves.ts';

/** Nothing is lacking in an application: its way begins. */
export async function acceptApplication(ctx: Ctx, asked: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForMove(tx, ctx, asked, 'keeper');
		await moveTo(tx, ctx, application, 'accept', { reason: null, remarks: [] });
		await tellAuthor(tx, ctx, application, accepted(application.title));
	});
}
