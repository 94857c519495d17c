import { moveDraft } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ledSites } from '../../cohorts/index.ts';
import { findSite } from '../../sites/index.ts';
import { approvalsOf, stateOfVersion } from '../approvals-store.ts';
import { findVersion } from '../queries.ts';
import { stepsAt } from '../steps.ts';
import { freeze, lockVersion } from '../store.ts';

/**
 * Freezes a version (R121) once everything that its regulation demands was said (R41): cohorts can be opened on it, and
 * nothing in it changes again.
 */
export async function publishProgramme(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await lockVersion(tx, id);
		const version = (await findVersion(tx, id, await ledSites(tx, ctx.actor))) ?? missing('programme');
		if (version.publishedAt) fail('refused', 'programme.published_already');
		const site = (await findSite(tx, version.siteId)) ?? missing('programme');
		const state = stateOfVersion(version, await approvalsOf(tx, id));
		settle(moveDraft(await stepsAt(tx, ctx, site), state, 'publish'));

		const by = { publishedBy: ctx.actor.personId, publishedAt: ctx.now() };
		if (!(await freeze(tx, id, by))) conflict('programme');
		await record(tx, ctx, 'programme.published', { id }, { key: version.key, number: version.number });
	});
}
