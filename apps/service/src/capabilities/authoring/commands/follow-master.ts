import { mayKeepRules } from '@stazhirovka/domain/accounts';
import { isFixedPart, isWritten } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../../shell/context.ts';
import { allow, conflict, fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ledSites } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { enterDraftAlone } from '../access.ts';
import { documentOf, refuseTooLarge } from '../document.ts';
import { changeDraft, findPart, partsOf, savePart } from '../draft-store.ts';
import { newestMaster, versionHead } from '../queries.ts';
import { keepMaster } from '../masters-store.ts';

/** The coordinator offers a published version to the sites of the region, or offers it no more; copies stay. */
export async function offerMaster(
	ctx: Ctx,
	{ id, offered }: { id: string; offered: boolean }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const version = (await versionHead(tx, id)) ?? missing('programme');
		if (!(await ledSites(tx, ctx.actor)).includes(version.siteId)) missing('programme');
		allow(mayKeepRules(ctx.actor.grants, version.regionId));
		if (!version.publishedAt) fail('refused', 'programme_draft.not_published');

		const by = { versionId: id, regionId: version.regionId, offeredBy: ctx.actor.personId };
		await keepMaster(tx, offered, { ...by, offeredAt: ctx.now() });
		await record(tx, ctx, 'programme.master_offered', { id }, { key: version.key, offered });
	});
}

type Taking = { id: string; versionId: string; take: { part: string; revision: number }[] };

/**
 * Takes these parts from the newest master over the revisions that were seen, and keeps the others; the draft follows that
 * master from now on. 409 `draft.changed` when a part was saved meanwhile, 422 `programme_draft.too_large` when there
 * would be more than a file may have: nothing is taken then.
 */
export async function takeFromMaster(ctx: Ctx, { id, versionId, take }: Taking): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { draft, state } = await enterDraftAlone(tx, ctx, id, 'leader', 'author');
		if (!isWritten(state)) fail('refused', 'programme_draft.not_now', { state, move: 'merge' });
		const copied = (draft.masterId && (await versionHead(tx, draft.masterId))) || missing('programme_master');
		if ((await newestMaster(tx, copied.programmeId))?.id !== versionId) conflict('programme_master');

		const theirs: Record<string, unknown> = { ...(await loadProgramme(tx, versionId)).document };
		for (const { part, revision } of take) {
			if (isFixedPart(part)) fail('refused', 'programme_draft.part_fixed', { part });
			const given = Object.hasOwn(theirs, part);
			if (!given && !(await findPart(tx, id, part))) missing('programme_part');
			const saved = { draftId: id, part, value: given ? theirs[part] : null };
			const by = { savedBy: ctx.actor.personId, savedAt: ctx.now() };
			if ((await savePart(tx, { ...saved, ...by }, revision)) === undefined)
				fail('conflict', 'draft.changed', { part });
		}
		refuseTooLarge(documentOf(await partsOf(tx, id)));
		await changeDraft(tx, id, { masterId: versionId });
		const parts = take.map(({ part }) => part);
		await record(tx, ctx, 'programme.master_followed', { id }, { key: draft.key, versionId, parts });
	});
}
