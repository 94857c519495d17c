import { mayBegin } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { beginnings, changeDraft } from '../store.ts';
import { enterDraft } from '../versions.ts';

type Publication = { id: string; revision: number; inForceFrom: string };

/** Freezes a draft that is in force from a day on (R1): the version before it ends the day before. */
export async function publishRegulation(ctx: Ctx, { id, revision, inForceFrom }: Publication): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { regulationId, key, number } = await enterDraft(tx, ctx.actor, id);
		settle(mayBegin(await beginnings(tx, regulationId), inForceFrom));

		const by = { publishedBy: ctx.actor.personId, publishedAt: ctx.now(), inForceFrom };
		if (!(await changeDraft(tx, { id, revision }, by))) conflict('regulation');
		await record(tx, ctx, 'regulation.published', { id }, { key, number, inForceFrom });
	});
}
