import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { enterDocument } from '../access.ts';
import { detached, type GivenSignature } from '../detached.ts';
import * as store from '../store.ts';

/** Keeps a signature made elsewhere beside the document (X16). The same file again changes nothing. */
export async function attachSignature(ctx: Ctx, id: string, given: GivenSignature): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterDocument(tx, ctx.actor, id);
		const { kept, signed } = detached(given);
		const digest = await store.lockDocument(tx, id);
		const number = await store.insertSignature(tx, {
			documentId: id,
			...kept,
			digestFound: signed(digest),
			attachedBy: ctx.actor.personId,
			attachedAt: ctx.now()
		});
		if (number === null) return;
		await record(
			tx,
			ctx,
			'document.signature_attached',
			{ id },
			{
				number,
				sha256: kept.sha256,
				signer: kept.signer
			}
		);
	});
}
