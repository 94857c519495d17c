import type { Ctx } from '../../../../shell/context.ts';
import { conflict } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { changeLetter, lockLetters } from '../store.ts';
import { enterLetters } from '../outbox.ts';

/** Sends all chosen letters at once, each as it was seen; one that was changed or sent meanwhile keeps all back. */
export async function releaseDecisionLetters(
	ctx: Ctx,
	chosen: { id: string; revision: number }[]
): Promise<void> {
	const ids = [...new Set(chosen.map(({ id }) => id))];
	await ctx.db.transaction(async (tx) => {
		await enterLetters(tx, ctx, ids);
		await lockLetters(tx, ids);
		const by = { releasedAt: ctx.now(), releasedBy: ctx.actor.personId };
		for (const { letter, application, person } of await enterLetters(tx, ctx, ids)) {
			const seen = chosen.find(({ id }) => id === letter.id)?.revision ?? -1;
			if (!(await changeLetter(tx, { id: letter.id, revision: seen }, by))) conflict('decision_letter');
			const text = `${letter.text}\n\n${ctx.origin}/applications/${application.id}`;
			await post(tx, { to: person.email, subject: letter.subject, text }, ctx.now());
			await record(tx, ctx, 'decision_letter.released', { id: letter.id }, { application: application.id });
		}
	});
}
