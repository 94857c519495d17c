import type { Tx } from '@stazhirovka/db';
import { CAPTIONS_MIME, misfit, readCaptions, type MaterialKind } from '@stazhirovka/domain/materials';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { openKept } from '../../files/index.ts';
import { enterToWork } from '../../staff/index.ts';
import * as store from '../store.ts';

export type Change = {
	id: string;
	kind: MaterialKind;
	title: string;
	captionsId: string | null;
	transcript: string | null;
};

const LARGEST_CAPTIONS = 1_048_576;

/** Names a material anew; of a recording also its captions, which are read line by line, and its transcript (X13). */
export async function changeMaterial(ctx: Ctx, { id, kind, title, ...spoken }: Change): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const material = await enterMaterial(tx, ctx, id);
		const wrong = misfit(kind, material.file.mime);
		if (wrong) fail('faulty', wrong);

		const video = kind === 'video';
		const captionsId = video ? spoken.captionsId : null;
		const transcript = (video && spoken.transcript) || null;
		if (captionsId && captionsId !== material.captions?.id)
			await checkCaptions(tx, ctx, material.siteId, captionsId);

		await store.updateMaterial(tx, id, { kind, title, captionsId, transcript });
		await record(tx, ctx, 'material.changed', { id }, { siteId: material.siteId, kind, captionsId });
	});
}

/** Offers it to authors no more, or again. Doing it twice is doing it once. */
export async function putMaterialAway(ctx: Ctx, { id, away }: { id: string; away: boolean }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId, putAwayAt } = await enterMaterial(tx, ctx, id);
		if ((putAwayAt !== null) === away) return;

		await store.setPutAway(tx, id, away ? ctx.now() : null);
		await record(tx, ctx, away ? 'material.put_away' : 'material.taken_back', { id }, { siteId });
	});
}

async function enterMaterial(tx: Tx, ctx: Ctx, id: string): Promise<store.MaterialRow> {
	const material = (await store.findMaterial(tx, id)) ?? missing('material');
	await enterToWork(tx, ctx, material.siteId, ['leader', 'staff'], 'material');
	return material;
}

async function checkCaptions(tx: Tx, { filesDir }: Ctx, siteId: string, fileId: string): Promise<void> {
	const [file] = await store.filesOfSite(tx, siteId, [fileId]);
	if (!file || file.mime !== CAPTIONS_MIME) return fail('faulty', 'material.captions_absent');
	if (file.size > LARGEST_CAPTIONS) return fail('tooLarge', 'file.too_large');

	await using kept = await openKept(filesDir, file.sha256);
	const { faults } = readCaptions(await kept.readFile('utf8'));
	if (faults.length > 0) faulty('material.captions_faulty', { faults });
}
