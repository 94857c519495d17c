import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { asPdf, asWord } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, Moment } from '../words.ts';

const tags = ['documents'];

const DocumentName = z.object({ id: Id, title: z.string(), number: z.string().nullable(), dated: Day });

export const DocumentSignature = z.object({
	number: z.int(),
	/** Name of the file. */
	name: z.string(),
	/** Who signed, in the words of who attached it. */
	signer: z.string(),
	sha256: z.string(),
	/** The signature holds the SHA-256 of this PDF. False says nothing: a signature by GOST holds another digest. */
	digestFound: z.boolean(),
	attachedAt: Moment,
	path: z.string()
});

export type DocumentSignature = z.infer<typeof DocumentSignature>;

export const IssuedDocument = DocumentName.extend({
	kind: z.string(),
	/** SHA-256 of the PDF. */
	sha256: z.string(),
	issuedAt: Moment,
	pdfPath: z.string(),
	wordPath: z.string(),
	/** The order that this is an annex of. */
	order: DocumentName.nullable(),
	/** The document that this one corrects, and the one that corrects this. */
	replaces: DocumentName.nullable(),
	replacedBy: DocumentName.nullable(),
	signatures: z.array(DocumentSignature),
	can: z.object({ sign: z.boolean() })
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

export const listDocuments = endpoint({
	method: 'GET',
	url: '/documents',
	schema: {
		tags,
		summary: 'Documents issued at a site, newest first; of a site that is not mine there are none',
		querystring: z.object({ siteId: Id }),
		response: { 200: z.array(IssuedDocument), ...refusals }
	}
});

export const getDocument = endpoint({
	method: 'GET',
	url: '/documents/:id',
	schema: {
		tags,
		summary: 'An issued document with its signatures',
		params: ById,
		response: { 200: IssuedDocument, ...refusals }
	}
});

export const downloadDocumentPdf = endpoint({
	method: 'GET',
	url: '/documents/:id/file.pdf',
	schema: {
		tags,
		summary: 'The PDF as it was issued',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});

export const downloadDocumentWord = endpoint({
	method: 'GET',
	url: '/documents/:id/file.docx',
	schema: {
		tags,
		...asWord,
		params: ById,
		response: { 200: Bytes, 404: Problem }
	}
});

/** `multipart/form-data`: `signer` (who signed), then `file` (`.sig` or `.p7s`, at most 256 kB). The same file twice is one. */
export const attachSignature = endpoint({
	method: 'POST',
	url: '/documents/:id/signatures',
	schema: {
		tags,
		summary: 'Attach a detached signature of the PDF',
		params: ById,
		response: { 200: IssuedDocument, ...refusals, 413: Problem, 415: Problem }
	}
});

export const downloadSignature = endpoint({
	method: 'GET',
	url: '/documents/:id/signatures/:number',
	schema: {
		tags,
		summary: 'A signature as it was attached',
		params: ById.extend({ number: z.coerce.number().int().min(1).max(10_000) }),
		produces: ['application/pkcs7-signature'],
		response: { 200: Bytes, 404: Problem }
	}
});
