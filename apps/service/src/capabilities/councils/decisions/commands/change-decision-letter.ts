import type { Ctx } from '../../../../shell/context.ts';
import { conflict } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterLetters } from '../outbox.ts';
import { changeLetter } from '../store.ts';

type Words = { id: string; revision: number; subject: string; text: string };

/** Changes the words of a letter that was not released. */
export async function changeDecisionLetter(ctx: Ctx, { id, revision, ...words }: Words): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterLetters(tx, ctx, [id]);
		if (!(await changeLetter(tx, { id, revision }, words))) conflict('decision_letter');
		await record(tx, ctx, 'decision_letter.changed', { id });
	});
}
