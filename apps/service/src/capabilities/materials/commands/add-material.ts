import { misfit, type MaterialKind } from '@stazhirovka/domain/materials';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../../staff/index.ts';
import * as store from '../store.ts';

export type Added = { id: string; kind: MaterialKind; title: string; fileId: string };

/** Puts a file of the site into its bank. The same file again is the same material. Answers with its id. */
export async function addMaterial(ctx: Ctx, { id: siteId, fileId, kind, title }: Added): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader', 'staff']);
		const [file] = await store.filesOfSite(tx, siteId, [fileId]);
		const wrong = file ? misfit(kind, file.mime) : 'material.file_absent';
		if (wrong) fail('faulty', wrong);

		const by = { addedBy: ctx.actor.personId, addedAt: ctx.now() };
		const made = await store.insertMaterial(tx, { siteId, fileId, kind, title, ...by });
		if (!made) return (await store.materialOfFile(tx, fileId)) ?? conflict('material');

		await record(tx, ctx, 'material.added', { id: made }, { siteId, fileId, kind });
		return made;
	});
}
