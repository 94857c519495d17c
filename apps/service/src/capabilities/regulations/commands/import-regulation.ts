import type { Tx } from '@stazhirovka/db';
import {
	readRegulation,
	stillNeeded,
	type Finding,
	type RegulationProfile
} from '@stazhirovka/domain/regulations';

import type { Ctx } from '../../../shell/context.ts';
import { allow, fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { sourceHashOf } from '../../../shell/source-hash.ts';
import { keptRegions } from '../access.ts';
import * as store from '../store.ts';

type Read = { profile: RegulationProfile; findings: Finding[] };

/**
 * Imports a regulation file as a draft: checked whole, stored as it was sent (R1). The same file again is the same
 * draft; another one takes its place. Parts given by hand stay where the new source is silent too.
 * `regionId` may be null for who keeps one region. Answers with the version's id.
 */
export async function importRegulation(ctx: Ctx, file: unknown, regionId: string | null): Promise<string> {
	const kept = (await keptRegions(ctx.db, ctx.actor)).map(({ id }) => id);
	allow(kept.length > 0);

	const read = readRegulation(file);
	if (!read.ok) return faulty(read.refusal.code, read.refusal.details);
	const chosen = choose(kept, regionId);
	return ctx.db.transaction((tx) => storeDraft(tx, ctx, { kept, chosen }, read.value));
}

function choose(kept: string[], regionId: string | null): string {
	if (regionId !== null) return kept.includes(regionId) ? regionId : missing('region');
	const [only, ...others] = kept;
	return only && others.length === 0 ? only : fail('refused', 'regulation.region_not_chosen');
}

async function storeDraft(
	tx: Tx,
	ctx: Ctx,
	{ kept, chosen }: { kept: string[]; chosen: string },
	{ profile, findings: warnings }: Read
): Promise<string> {
	const { key } = profile;
	const regulation = await store.lockRegulation(tx, { key, regionId: chosen, createdAt: ctx.now() });
	if (!kept.includes(regulation.regionId)) return keyTaken();

	const sourceHash = sourceHashOf(profile);
	const known = await store.findDraftBySource(tx, regulation.id, sourceHash);
	if (known) return known;

	const completions = stillNeeded(profile, await store.latestCompletions(tx, regulation.id));
	const by = { importedBy: ctx.actor.personId, importedAt: ctx.now() };
	const draft = { document: profile, completions, warnings, sourceHash, ...by };
	const id = await store.replaceDraft(tx, regulation.id, draft);
	await record(tx, ctx, 'regulation.imported', { id }, { key, sourceHash });
	return id;
}

/** The regulation is kept in another region. */
function keyTaken(): never {
	return faulty('regulation.faulty', {
		findings: [{ place: 'key', code: 'key.taken', severity: 'error' }]
	});
}
