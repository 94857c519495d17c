import { moveDraft, same, waitsForAgreement } from '@stazhirovka/domain/authoring';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { unknownFiles } from '../../materials/index.ts';
import { checkFile, loadProgramme, storeCandidate } from '../../programmes/index.ts';
import { enterDraftAlone } from '../access.ts';
import { documentOf } from '../document.ts';
import { changeDraft, partsOf } from '../draft-store.ts';
import { tellWhoAgrees } from '../letters.ts';

/**
 * Checks a draft and makes a version of it that waits (R121, R41). Nobody writes it while it waits. 422 `programme.faulty`
 * names every fault; 409 `programme_draft.nothing_new` when it says what the published version says.
 */
export async function sendDraft(ctx: Ctx, id: string): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { draft, site, steps, state } = await enterDraftAlone(tx, ctx, id, 'leader');
		settle(moveDraft(steps, state, 'send'));

		const document = documentOf(await partsOf(tx, id));
		const checked = checkFile(document);
		const lost = await unknownFiles(tx, document);
		if (!checked.ok || lost.length) {
			return faulty('programme.faulty', { findings: [...checked.findings, ...lost] });
		}
		const before = draft.basedOnId ? (await loadProgramme(tx, draft.basedOnId)).document : undefined;
		if (before && same({ ...document, version: before.version }, before))
			fail('refused', 'programme_draft.nothing_new');

		const versionId = await storeCandidate(tx, ctx, site.id, checked);
		const sent = { versionId, returnReason: null, returnedBy: null, returnedAt: null };
		await changeDraft(tx, id, sent);
		await record(tx, ctx, 'programme.sent', { id: versionId }, { key: draft.key });
		const about = { id, title: checked.document.title, siteId: site.id, site: site.title };
		if (waitsForAgreement(steps, 'checked')) await tellWhoAgrees(tx, ctx, about);
		return versionId;
	});
}
