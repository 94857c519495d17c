import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { conflict } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import * as store from './store.ts';

/** Sends a letter that waits and is as it was seen; one that was changed or sent meanwhile is a conflict. */
export async function sendLetter(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now' | 'origin'>,
	{ letter, application, person }: store.LetterRow,
	seen: number = letter.revision
): Promise<void> {
	const by = { releasedAt: ctx.now(), releasedBy: ctx.actor.personId };
	if (!(await store.changeLetter(tx, { id: letter.id, revision: seen }, by))) conflict('decision_letter');
	const text = `${letter.text}\n\n${ctx.origin}/applications/${application.id}`;
	await post(tx, { to: person.email, subject: letter.subject, text }, ctx.now());
	await record(tx, ctx, 'decision_letter.released', { id: letter.id }, { application: application.id });
}

/** What becomes of letters that wait when their application moves on and its author is told of that at once. */
export type Settling = 'release' | 'drop';

/**
 * Leaves nothing to wait about an application: its letters are sent before the news that comes now, or dropped where
 * nobody needs them any more.
 */
export async function settleLetters(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now' | 'origin'>,
	applicationId: string,
	settling: Settling
): Promise<void> {
	const ids = await store.lockWaiting(tx, applicationId);
	for (const row of await store.lettersById(tx, ids)) {
		if (settling === 'release') await sendLetter(tx, ctx, row);
		else {
			const { id, kind, result, subject } = row.letter;
			await store.deleteLetter(tx, id);
			await record(tx, ctx, 'decision_letter.dropped', { id }, { applicationId, kind, result, subject });
		}
	}
}
