import type { Finding } from '@stazhirovka/contract/finding';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { fail, faulty } from '../../shell/errors.ts';
import { record } from '../../shell/journal.ts';
import { sourceHashOf } from '../../shell/source-hash.ts';
import type { CheckedFile } from './file.ts';
import { waitingVersion } from './queries.ts';
import * as store from './store.ts';

/**
 * Keeps a checked document as the version that waits to be approved or published; the same document again is the same
 * version. Another one takes its place, unless it was sent by its authors or somebody has approved it:
 * 409 `programme.waits`. 422 `key.taken`: the key is of another site's programme.
 */
export async function storeCandidate(
	tx: Tx,
	ctx: Ctx,
	siteId: string,
	checked: CheckedFile & { ok: true }
): Promise<string> {
	const { ok: _, findings: warnings, ...content } = checked;
	const { key } = content.document;
	const programme = await store.lockProgramme(tx, { key, siteId, createdAt: ctx.now() });
	if (programme.siteId !== siteId) faulty('programme.faulty', { findings: [keyTaken()] });

	const sourceHash = sourceHashOf(content.document);
	const known = await store.findVersionBySource(tx, programme.id, sourceHash);
	if (known) return known;
	const waiting = await waitingVersion(tx, programme.id);
	if (waiting && (waiting.ofDraft || waiting.approved)) fail('refused', 'programme.waits');

	const by = { importedBy: ctx.actor.personId, importedAt: ctx.now() };
	const id = await store.replaceDraft(tx, programme.id, { ...content, ...by, warnings, sourceHash });
	await record(tx, ctx, 'programme.imported', { id }, { key, sourceHash });
	return id;
}

function keyTaken(): Finding {
	return { place: 'key', code: 'key.taken', severity: 'error' };
}
