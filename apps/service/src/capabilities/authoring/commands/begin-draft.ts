import type { beginProgrammeDraft } from '@stazhirovka/contract/authoring';
import type { Input } from '@stazhirovka/contract/endpoint';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ledSites } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { findSite, type SiteFacts } from '../../sites/index.ts';
import { hostileFindings, refuseTooLarge } from '../document.ts';
import * as store from '../draft-store.ts';
import { lastPublished, mastersOf, versionHead } from '../queries.ts';

type Given = Input<typeof beginProgrammeDraft>['body'];
type Beginning = { site: SiteFacts; document: Record<string, unknown>; masterId: string | null };

/**
 * Begins a programme at a site that the person leads (R121): empty, as the next version of a published one, which goes on
 * following its master, as a copy of one, as a copy of a master of the region, or as much as a file has. 409
 * `programme_draft.key_taken` when the key is another site's, or of any programme where a new one begins;
 * `programme_draft.written` with `details.id` when a draft of this programme is being written already.
 */
export async function beginDraft(ctx: Ctx, given: Given): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const { site, document, masterId } = await beginning(tx, ctx, given);
		const own = { schema: 'programme.v1', site_key: site.key, regulation_key: site.regulationKey };
		const key = String(document.key);
		await store.lockKey(tx, key);
		const { programme, draft } = await store.holdersOf(tx, key);
		const holder = programme ?? draft;
		const goesOn = given.from === 'version' || given.from === 'file';
		if (holder && (holder.siteId !== site.id || (programme && !goesOn)))
			fail('refused', 'programme_draft.key_taken', { key });
		if (draft) fail('refused', 'programme_draft.written', { id: draft.id });

		const last = programme ? await lastPublished(tx, programme.id) : undefined;
		const whole = { ...document, ...own, version: (last?.number ?? 0) + 1 };
		const findings = hostileFindings(whole);
		if (findings.length) faulty('programme_draft.faulty', { findings });
		refuseTooLarge(whole);

		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const basedOnId = last?.id ?? null;
		const id = await store.insertDraft(tx, { siteId: site.id, key, basedOnId, masterId, ...by });
		const saved = { draftId: id, savedBy: ctx.actor.personId, savedAt: ctx.now() };
		await store.insertParts(tx, whole, saved);
		await record(tx, ctx, 'programme.draft_begun', { id }, { key, from: given.from });
		return id;
	});
}

async function beginning(tx: Tx, ctx: Ctx, given: Given): Promise<Beginning> {
	switch (given.from) {
		case 'nothing': {
			const site = await enterLedSite(tx, ctx, given.siteId);
			const { key, title } = given;
			return { site, document: { key: soundKey(key), title, academic_hour_minutes: 45 }, masterId: null };
		}
		case 'version': {
			const { site, document } = await enterPublished(tx, ctx, given.versionId);
			const { masterId = null } = (await store.draftOfVersion(tx, given.versionId)) ?? {};
			return { site, document: { ...document }, masterId };
		}
		case 'copy': {
			const site = await enterLedSite(tx, ctx, given.siteId);
			const { document } = await enterPublished(tx, ctx, given.versionId);
			const { key, title } = given;
			return { site, document: { ...document, key: soundKey(key), title }, masterId: null };
		}
		case 'master': {
			const site = await enterLedSite(tx, ctx, given.siteId);
			const masters = await mastersOf(tx, [site.regionId]);
			if (!masters.some(({ versionId }) => versionId === given.versionId)) missing('programme');
			const { document } = await loadProgramme(tx, given.versionId);
			return { site, document: { ...document, key: soundKey(given.key) }, masterId: given.versionId };
		}
		case 'file': {
			const site = await enterLedSite(tx, ctx, given.siteId);
			const document = asObject(given.document);
			return {
				site,
				document: { ...document, key: soundKey(given.key || document.key) },
				masterId: null
			};
		}
	}
}

async function enterLedSite(tx: Tx, ctx: Ctx, id: string, what = 'site'): Promise<SiteFacts> {
	const mine = await ledSites(tx, ctx.actor);
	const site = mine.includes(id) ? await findSite(tx, id) : undefined;
	return site ?? missing(what);
}

/** A published version of a site that the person leads, with the site. */
async function enterPublished(tx: Tx, ctx: Ctx, id: string) {
	const head = (await versionHead(tx, id)) ?? missing('programme');
	const site = await enterLedSite(tx, ctx, head.siteId, 'programme');
	if (!head.publishedAt) missing('programme');
	return { site, document: (await loadProgramme(tx, id)).document };
}

const KEY = /^\p{L}[\p{L}\p{N}_-]{0,63}$/u;

/** Keys become parts of addresses and of names of fields. */
function soundKey(key: unknown): string {
	if (typeof key === 'string' && KEY.test(key)) return key;
	return faulty('programme_draft.faulty', {
		findings: [{ place: 'key', code: 'shape.bad_key', severity: 'error' }]
	});
}

function asObject(json: unknown): Record<string, unknown> {
	if (typeof json === 'object' && json !== null && !Array.isArray(json))
		return json as Record<string, unknown>;
	return faulty('programme_draft.faulty', {
		findings: [{ place: '', code: 'shape.wrong_kind', severity: 'error', details: { expected: 'object' } }]
	});
}
