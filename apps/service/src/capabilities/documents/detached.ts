import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { fail, faulty } from '../../shell/errors.ts';
import { cleanName } from '../files/index.ts';
import { signedData } from './signed-data.ts';

/** `cut`: more came than may be kept. */
export type GivenSignature = { name: string; bytes: Buffer; cut: boolean; signer: string };

const EXTENSIONS = /\.(sig|p7s)$/i;
const LONGEST_SIGNER = 300;
const LARGEST_SIGNATURE = 256 * 1024;

/** `signer` comes before `file`, so both are known when the file has been read. */
export async function signatureIn(request: FastifyRequest): Promise<GivenSignature> {
	if (!request.isMultipart()) fail('wrongKind', 'request.media_type');
	const part =
		(await request.file({ limits: { fileSize: LARGEST_SIGNATURE }, throwFileSizeLimit: false })) ??
		fail('faulty', 'file.absent');
	const bytes = await part.toBuffer();
	const signer = part.fields['signer'];
	const said = signer && !Array.isArray(signer) && signer.type === 'field' ? String(signer.value) : '';
	return { name: part.filename, bytes, cut: part.file.truncated, signer: said };
}

/** A detached signature as it is kept (X16); `signed` tells whether it holds a digest (hex). */
export function detached(given: GivenSignature) {
	const signer = signerOf(given.signer);
	const signature = signatureOf(given);
	const { bytes } = given;
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return {
		kept: { name: cleanName(given.name), ...{ bytes, sha256, signer } },
		signed: (digest: string) => signature.includes(Buffer.from(digest, 'hex'))
	};
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
