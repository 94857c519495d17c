import type { Tx } from '@stazhirovka/db';
import { decideComment, DRAFT_SHEET, draftWords, FEWEST_DRAFT_WORDS } from '@stazhirovka/domain/draft-rounds';
import { validate, type Answer } from '@stazhirovka/domain/forms';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { enterReading } from '../access.ts';
import { commented } from '../letters.ts';
import { authorOf } from '../queries.ts';
import * as store from '../store.ts';

type Comment = { id: string; revision: number; answer: Record<string, unknown> };

/** Saves the comment of the draft's reader, in its time. */
export async function saveDraftComment(ctx: Ctx, comment: Comment) {
	return ctx.db.transaction(async (tx) => {
		const { state } = await enterReading(tx, ctx, comment.id);
		const reading = await store.holdReading(tx, comment.id);
		settle(decideComment({ ...reading, state }, ctx.now()));
		const { revision, savedAt } = await write(tx, ctx, reading, comment, 'draft');
		return { revision, savedAt: (savedAt ?? ctx.now()).toISOString() };
	});
}

/** Sends it for good; the author has a letter at once. The same again (a double click) is answered like the first. */
export async function sendDraftComment(ctx: Ctx, comment: Comment): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { state, draft } = await enterReading(tx, ctx, comment.id);
		const reading = await store.holdReading(tx, comment.id);
		if (reading.sentAt && isDeepStrictEqual(reading.answer, comment.answer)) return;
		settle(decideComment({ ...reading, state }, ctx.now()));
		const words = draftWords(comment.answer as Answer);
		await write(tx, ctx, reading, comment, 'final');
		if (words < FEWEST_DRAFT_WORDS) {
			faulty('draft.few_words', { limit: FEWEST_DRAFT_WORDS, found: words });
		}

		await record(tx, ctx, 'draft.commented', { id: draft.id, cohortId: draft.cohortId });
		const author = await authorOf(tx, draft.enrolmentId);
		const link = `${ctx.origin}/my/${draft.enrolmentId}/drafts`;
		if (author) await post(tx, commented(author, { title: draft.title, link }), ctx.now());
	});
}

async function write(
	tx: Tx,
	ctx: Ctx,
	reading: store.ReadingRow,
	comment: Comment,
	mode: 'draft' | 'final'
): Promise<store.ReadingRow> {
	const answer = comment.answer as Answer;
	const faults = validate(DRAFT_SHEET, answer, mode);
	if (faults.length) faulty('form.faulty', { faults });
	const change = { answer, onTopOf: comment.revision, at: ctx.now(), send: mode === 'final' };
	const { revision, answer: stored } = reading;
	return (
		(await store.saveComment(tx, comment.id, change)) ??
		fail('conflict', 'form.changed_elsewhere', { revision, answer: stored })
	);
}
