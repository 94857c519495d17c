import type { Ctx } from '../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { today } from '../../../shell/today.ts';
import { loadRegister } from '../board.ts';
import { insertUpload, markUploaded } from '../file-store.ts';

export type NotedUpload = { uploadedOn: string; packageNumber: string; documents: string[] };

/** «Выгружено, дата, номер пакета» (X4): what was uploaded once does not go into a file again. */
export async function noteUpload(
	ctx: Ctx,
	cohortId: string,
	{ uploadedOn, packageNumber, documents }: NotedUpload
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const known = (await loadRegister({ ...ctx, db: tx }, cohortId)).documents;
		const chosen = known.filter(({ document }) => documents.includes(document.id));
		if (chosen.length !== new Set(documents).size)
			faulty('register.document_unknown', { field: 'documents' });
		const earliest = chosen.map(({ document }) => document.issuedOn).toSorted()[0] ?? '';
		if (uploadedOn > today(ctx.now) || uploadedOn < earliest)
			faulty('register.bad_upload_day', { field: 'uploadedOn' });

		const by = { notedBy: ctx.actor.personId, notedAt: ctx.now() };
		const id =
			(await insertUpload(tx, { cohortId, uploadedOn, packageNumber, ...by })) ??
			fail('refused', 'register.package_known');
		if ((await markUploaded(tx, id, documents)) !== chosen.length) conflict('register');
		await record(
			tx,
			ctx,
			'register_file.uploaded',
			{ id, cohortId },
			{ uploadedOn, packageNumber, documents }
		);
	});
}
