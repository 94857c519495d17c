import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty, missing } from '../../../shell/errors.ts';
import { enterDraft, writes } from '../access.ts';
import * as store from '../comments-store.ts';

type Given = { id: string; part: string | null; place: string; text: string };

/** Says something to the other authors about a place of the draft. */
export async function addComment(ctx: Ctx, { id, part, place, text }: Given): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		allow(writes(await enterDraft(tx, ctx, id)));
		if (text === '')
			faulty('programme_draft.faulty_move', {
				faults: [{ field: 'text', code: 'programme_draft.comment_empty' }]
			});
		const by = { personId: ctx.actor.personId, createdAt: ctx.now() };
		return store.insertComment(tx, { draftId: id, part, place, text, ...by });
	});
}

/** Any author settles a comment, and opens it again. */
export async function settleComment(
	ctx: Ctx,
	{ id, settled }: { id: string; settled: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterComment(tx, ctx, id);
		const by = settled
			? { settledBy: ctx.actor.personId, settledAt: ctx.now() }
			: { settledBy: null, settledAt: null };
		await store.settleComment(tx, id, by);
	});
}

/** Takes back one's own words; those of others are only settled. */
export async function removeComment(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { personId } = await enterComment(tx, ctx, id);
		allow(personId === ctx.actor.personId);
		await store.removeComment(tx, id);
	});
}

async function enterComment(tx: Parameters<typeof enterDraft>[0], ctx: Ctx, id: string) {
	const comment = (await store.findComment(tx, id)) ?? missing('programme_comment');
	allow(writes(await enterDraft(tx, ctx, comment.draftId, 'programme_comment')));
	return comment;
}
