import type { Tx } from '@stazhirovka/db';
import { conflict } from '../../../shell/errors.ts';
import * as programmes from '../../programmes/index.ts';
import * as store from '../draft-store.ts';
import type { VersionHead } from '../queries.ts';

/** The version goes, its draft is written again; one that came from a file becomes a draft. Answers with the draft. */
export async function backToDraft(
	tx: Tx,
	by: { actor: { personId: string } | null; now: () => Date },
	{ version, site }: { version: VersionHead; site: { id: string } }
): Promise<string> {
	const draft = await store.draftOfVersion(tx, version.id);
	const { document } = await programmes.loadProgramme(tx, version.id);
	if (!(await programmes.removeWaiting(tx, version.id))) conflict('programme');
	if (draft) return draft.id;

	const personId = by.actor?.personId ?? null;
	const begun = { createdBy: personId, createdAt: by.now() };
	const id = await store.insertDraft(tx, { siteId: site.id, key: version.key, ...begun });
	const saved = { draftId: id, savedBy: personId, savedAt: by.now() };
	await store.insertParts(tx, document, saved);
	return id;
}
