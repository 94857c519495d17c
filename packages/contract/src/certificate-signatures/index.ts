import { z } from 'zod';
import { DocumentSignature } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes } from '../words.ts';

const tags = ['certificates'];

/** `multipart/form-data`: `signer` (who signed), then `file` (`.sig` or `.p7s`, at most 256 kB). The same file twice is one. */
export const attachCertificateSignature = endpoint({
	method: 'POST',
	url: '/certificates/:id/signatures',
	schema: {
		tags,
		summary: 'Attach a detached signature of an issued document (X16)',
		params: ById,
		response: { 200: z.array(DocumentSignature), ...refusals, 413: Problem, 415: Problem }
	}
});

/** Open to whoever has the code: a signature is there to be checked. */
export const downloadCertificateSignature = endpoint({
	method: 'GET',
	url: '/certificate-checks/:token/signatures/:number',
	schema: {
		tags,
		summary: 'A signature of a document as it was attached',
		params: z.object({
			token: z.string().max(100),
			number: z.coerce.number().int().min(1).max(10_000)
		}),
		produces: ['application/pkcs7-signature'],
		response: { 200: Bytes, 400: Problem, 404: Problem, 429: Problem }
	}
});
