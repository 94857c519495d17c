import type { Ctx } from '../../../../shell/context.ts';
import { enterLetters } from '../outbox.ts';
import { sendLetter } from '../settling.ts';
import { lockLetters } from '../store.ts';

/** Sends all chosen letters at once, each as it was seen; one that was changed or sent meanwhile keeps all back. */
export async function releaseDecisionLetters(
	ctx: Ctx,
	chosen: { id: string; revision: number }[]
): Promise<void> {
	const ids = [...new Set(chosen.map(({ id }) => id))];
	await ctx.db.transaction(async (tx) => {
		await enterLetters(tx, ctx, ids);
		await lockLetters(tx, ids);
		for (const row of await enterLetters(tx, ctx, ids)) {
			const seen = chosen.find(({ id }) => id === row.letter.id)?.revision ?? -1;
			await sendLetter(tx, ctx, row, seen);
		}
	});
}
