import type { Letter } from '@stazhirovka/domain/register';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { loadRegister } from '../board.ts';
import { keepMending } from '../file-store.ts';

/** Writes tidy forms into the file wherever a finding has one (X4). The documents stay as they were issued. */
export async function mendRegister(ctx: Ctx, cohortId: string): Promise<{ mended: number }> {
	return ctx.db.transaction(async (tx) => {
		const { documents } = await loadRegister({ ...ctx, db: tx }, cohortId);
		let mended = 0;
		for (const { document, findings } of documents) {
			const fixable = findings.flatMap(({ letter, found, fix }) =>
				fix ? [{ letter, from: found, to: fix }] : []
			);
			if (fixable.length === 0) continue;
			const cells: Partial<Record<Letter, { from: string; to: string }>> = { ...document.mended };
			for (const { letter, from, to } of fixable) cells[letter] = { from, to };
			const by = { mendedBy: ctx.actor.personId, mendedAt: ctx.now() };
			await keepMending(tx, { certificateId: document.id, cells, ...by });
			const letters = fixable.map(({ letter }) => letter);
			await record(tx, ctx, 'register_data.mended', { id: document.id, cohortId }, { letters });
			mended += fixable.length;
		}
		return { mended };
	});
}
