import { createHash } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { cleanName } from '../../files/index.ts';
import { enterDocument } from '../access.ts';
import { signedData } from '../signed-data.ts';
import * as store from '../store.ts';

/** `cut`: more came than may be kept. */
export type GivenSignature = { name: string; bytes: Buffer; cut: boolean; signer: string };

const EXTENSIONS = /\.(sig|p7s)$/i;
const LONGEST_SIGNER = 300;

/** Keeps a signature made elsewhere beside the document (X16). The same file again changes nothing. */
export async function attachSignature(ctx: Ctx, id: string, given: GivenSignature): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterDocument(tx, ctx.actor, id);
		const signer = signerOf(given.signer);
		const signature = signatureOf(given);
		const digest = await store.lockDocument(tx, id);

		const { bytes } = given;
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const number = await store.insertSignature(tx, {
			documentId: id,
			name: cleanName(given.name),
			...{ bytes, sha256, signer },
			digestFound: signature.includes(Buffer.from(digest, 'hex')),
			attachedBy: ctx.actor.personId,
			attachedAt: ctx.now()
		});
		if (number === null) return;
		await record(tx, ctx, 'document.signature_attached', { id }, { number, sha256, signer });
	});
}

/** Words that can be stored and shown in one line. */
function signerOf(given: string): string {
	const signer = given.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
	const length = [...signer].length;
	const fault = (code: string, limit?: number) => ({
		faults: [{ field: 'signer', code, ...(limit && { limit }) }]
	});
	if (length === 0) faulty('document.signer_missing', fault('value.missing'));
	if (length > LONGEST_SIGNER) faulty('document.signer_missing', fault('value.too_long', LONGEST_SIGNER));
	return signer.isWellFormed() ? signer : faulty('document.signer_missing', fault('value.bad_characters'));
}

function signatureOf({ name, bytes, cut }: GivenSignature): Buffer {
	if (!EXTENSIONS.test(name)) fail('wrongKind', 'document.not_a_signature');
	if (cut) fail('tooLarge', 'document.signature_too_large');
	if (bytes.length === 0) fail('faulty', 'file.empty');
	return signedData(bytes) ?? fail('wrongKind', 'document.not_a_signature');
}
