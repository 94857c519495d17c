import type { Deps } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import * as administration from '../administration-store.ts';
import { findWork } from '../store.ts';

export type Word = { token: string; author: string; position: string; text: string };

/** Whoever holds the link gives the administration's word, once. */
export async function giveAdministrationView(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	{ token, ...word }: Word
): Promise<void> {
	await db.transaction(async (tx) => {
		const view = (await administration.findByToken(tx, token, now())) ?? missing('administration_view');
		const { id, cohortId } = (await findWork(tx, view.finalWorkId)) ?? missing('administration_view');

		await administration.give(tx, view.id, { ...word, givenAt: now() });
		const data = { author: word.author, position: word.position };
		await record(tx, { actor: null, now }, 'final_work.administration_answered', { id, cohortId }, data);
	});
}
