import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ledSites } from '../../cohorts/index.ts';
import { findVersion } from '../queries.ts';
import { freeze } from '../store.ts';

/** Freezes a draft version (R121): cohorts can be opened on it, and nothing in it changes again. */
export async function publishProgramme(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const version = (await findVersion(tx, id, await ledSites(tx, ctx.actor))) ?? missing('programme');
		const by = { publishedBy: ctx.actor.personId, publishedAt: ctx.now() };
		if (!(await freeze(tx, id, by))) fail('refused', 'programme.published_already');

		await record(tx, ctx, 'programme.published', { id }, { key: version.key, number: version.number });
	});
}
