import type { Finding } from '@stazhirovka/contract/finding';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { sourceHashOf } from '../../../shell/source-hash.ts';
import { ledSites } from '../../cohorts/index.ts';
import { checkFile, type CheckedFile } from '../file.ts';
import * as store from '../store.ts';

/**
 * Imports a programme file as a draft (R121): checked whole, stored as it was sent, with its rules and forms.
 * The same file again is the same version; another one takes the place of the draft. Answers with the version's id.
 */
export async function importProgramme(ctx: Ctx, file: unknown): Promise<string> {
	const mySites = await ledSites(ctx.db, ctx.actor);
	allow(mySites.length > 0);

	const checked = checkFile(file);
	const siteKey = checked.ok ? checked.document.site_key : checked.siteKey;
	const siteId = siteKey === null ? undefined : await store.findSite(ctx.db, siteKey);
	const foreign = siteKey !== null && (!siteId || !mySites.includes(siteId));
	const findings = [
		...(foreign ? [fault('site_key', 'site.not_yours')] : []),
		...(checked.ok ? [] : checked.findings)
	];

	if (!checked.ok || !siteId || foreign) return faulty('programme.faulty', { findings });
	return ctx.db.transaction((tx) => storeDraft(tx, ctx, siteId, checked));
}

async function storeDraft(
	tx: Tx,
	ctx: Ctx,
	siteId: string,
	checked: CheckedFile & { ok: true }
): Promise<string> {
	const { ok: _, findings: warnings, ...content } = checked;
	const { key } = content.document;
	const programme = await store.lockProgramme(tx, { key, siteId, createdAt: ctx.now() });
	if (programme.siteId !== siteId) faulty('programme.faulty', { findings: [fault('key', 'key.taken')] });

	const sourceHash = sourceHashOf(content.document);
	const known = await store.findVersionBySource(tx, programme.id, sourceHash);
	if (known) return known;

	const by = { importedBy: ctx.actor.personId, importedAt: ctx.now() };
	const id = await store.replaceDraft(tx, programme.id, { ...content, ...by, warnings, sourceHash });
	await record(tx, ctx, 'programme.imported', { id }, { key, sourceHash });
	return id;
}

function fault(place: string, code: string): Finding {
	return { place, code, severity: 'error' };
}
