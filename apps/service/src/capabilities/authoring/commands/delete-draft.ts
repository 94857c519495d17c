import { isWritten } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterDraftAlone } from '../access.ts';
import { removeDraft } from '../draft-store.ts';

/** Throws a draft away with everything said about it. What was sent is recalled first; what was published stays. */
export async function deleteDraft(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { draft, state } = await enterDraftAlone(tx, ctx, id, 'leader');
		if (!isWritten(state)) fail('refused', 'programme_draft.not_now', { state, move: 'delete' });
		await removeDraft(tx, id);
		await record(tx, ctx, 'programme.draft_deleted', { id }, { key: draft.key });
	});
}
