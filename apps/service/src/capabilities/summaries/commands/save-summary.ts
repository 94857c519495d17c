import type { SummaryDefinition } from '@stazhirovka/domain/summaries';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { scopeOf } from '../../monitoring/index.ts';
import { allowed, enterOwnSummary } from '../access.ts';
import * as store from '../store.ts';

type Saved = { title: string; definition: SummaryDefinition };

/** Keeps a summary under a name of its own; pressed twice, it is kept once. */
export async function keepSummary(ctx: Ctx, { title, definition }: Saved): Promise<string> {
	await scopeOf(ctx);
	allowed(definition);
	const ownerId = ctx.actor.personId;
	return ctx.db.transaction(async (tx) => {
		const id = await store.insertSummary(tx, { ownerId, title, definition, savedAt: ctx.now() });
		if (id === undefined) return sameOf(await store.findByTitle(tx, ownerId, title), definition);
		await record(tx, ctx, 'summary.saved', { id }, { title });
		return id;
	});
}

/** What is kept already under this name, where it is the very same. */
function sameOf(row: store.SummaryRow | undefined, definition: SummaryDefinition): string {
	if (row && isDeepStrictEqual(row.definition, definition)) return row.id;
	return fail('refused', 'summary.title_taken', { field: 'title' });
}

/** Changes a summary on top of what its owner saw. */
export async function saveSummary(
	ctx: Ctx,
	{ id, revision, title, definition }: Saved & { id: string; revision: number }
): Promise<number> {
	const row = await enterOwnSummary(ctx, id);
	allowed(definition);
	return ctx.db.transaction(async (tx) => {
		const other = await store.findByTitle(tx, row.ownerId, title);
		if (other && other.id !== id) fail('refused', 'summary.title_taken', { field: 'title' });
		const saved = await store.putSummary(tx, { id, revision, title, definition, savedAt: ctx.now() });
		if (saved === undefined) conflict('summary');
		await record(tx, ctx, 'summary.saved', { id }, { title });
		return saved;
	});
}

export async function removeSummary(ctx: Ctx, id: string): Promise<void> {
	const { title } = await enterOwnSummary(ctx, id);
	await ctx.db.transaction(async (tx) => {
		await store.deleteSummary(tx, id);
		await record(tx, ctx, 'summary.removed', { id }, { title });
	});
}
