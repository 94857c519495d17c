import { DUPLICATE_CAUSES } from '@stazhirovka/domain/certificates';
import { z } from 'zod';
import { DocumentSignature } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { asPdf } from '../papers.ts';
import { Problem, refusals } from '../problem.ts';
import { DocumentLaw } from './document-law.ts';
import { ById, Bytes, Day, Id, Moment, Person, text } from '../words.ts';

export * from './checks.ts';
export { DocumentLaw } from './document-law.ts';

const tags = ['certificates'];

export const Certificate = z.object({
	id: Id,
	number: z.string(),
	title: z.string(),
	issuedOn: Day,
	sha256: z.string(),
	/** The minutes and the order that it rests on, in words; null where none was issued before. */
	grounds: z.string().nullable(),
	checkPath: z.string(),
	pdfPath: z.string(),
	/** The same as an Open Badge. */
	badgePath: z.string()
});
export type Certificate = z.infer<typeof Certificate>;

/** An entry of the register: nothing of it ever goes away (X2). */
export const RegisteredDocument = z.object({
	id: Id,
	number: z.string(),
	issuedOn: Day,
	status: z.enum(['valid', 'revoked', 'replaced']),
	/** How it took the place of the one before; null for the first. */
	as: z.enum(['duplicate', 'correction']).nullable(),
	/** Why it was issued in that place: a cause of duplicates, or words. */
	because: z.string().nullable(),
	revoked: z.object({ at: Moment, reason: z.string() }).nullable(),
	pdfPath: z.string()
});
export type RegisteredDocument = z.infer<typeof RegisteredDocument>;

export const Completion = z.object({
	rules: z.array(z.object({ key: z.string(), text: z.string(), done: z.boolean() })),
	complete: z.boolean(),
	documentTitle: z.string(),
	documentReason: z.string().nullable(),
	documentLaw: DocumentLaw,
	certificate: Certificate.nullable(),
	/** All that were ever issued, the newest first. */
	documents: z.array(RegisteredDocument)
});
export type Completion = z.infer<typeof Completion>;

export const getCompletion = endpoint({
	method: 'GET',
	url: '/enrolments/:id/completion',
	schema: {
		tags,
		summary: 'Completion rules and the certificate of an intern',
		params: ById,
		response: { 200: Completion, ...refusals }
	}
});

export const CohortCompletion = z.object({
	enrolmentId: Id,
	person: Person,
	/** The name in the dative as the person has confirmed it; null: only the nominative may be used (X14). */
	dative: z.string().nullable(),
	complete: z.boolean(),
	missing: z.array(z.string()),
	certificate: Certificate.nullable(),
	documents: z.array(RegisteredDocument),
	/** Beside the one in force. */
	signatures: z.array(DocumentSignature),
	/** The others: what may be done to the newest document. */
	can: z.object({
		issue: z.boolean(),
		sign: z.boolean(),
		revoke: z.boolean(),
		duplicate: z.boolean(),
		correct: z.boolean()
	})
});

export type CohortCompletion = z.infer<typeof CohortCompletion>;

export const listCohortCompletions = endpoint({
	method: 'GET',
	url: '/cohorts/:id/completions',
	schema: {
		tags,
		summary: 'Who is ready for the certificate',
		params: ById,
		response: { 200: z.array(CohortCompletion), ...refusals }
	}
});

export const issueCertificate = endpoint({
	method: 'POST',
	url: '/enrolments/:id/certificate',
	schema: {
		tags,
		summary: 'Issue the certificate: the rules are checked again inside; issuing twice gives the same one',
		params: ById,
		response: { 200: Certificate, ...refusals }
	}
});

export const revokeCertificate = endpoint({
	method: 'POST',
	url: '/certificates/:id/revocation',
	schema: {
		tags,
		summary: 'Revoke a document: it stays in the register, its check page says that it was revoked',
		params: ById,
		body: z.object({ reason: text(500, 3) }),
		response: { 200: RegisteredDocument, ...refusals }
	}
});

export const replaceCertificate = endpoint({
	method: 'POST',
	url: '/certificates/:id/replacement',
	schema: {
		tags,
		summary:
			'Issue a duplicate, or a corrected document, under a number of its own; asked twice it is the same one',
		params: ById,
		body: z.discriminatedUnion('as', [
			z.object({ as: z.literal('duplicate'), cause: z.enum(DUPLICATE_CAUSES) }),
			z.object({ as: z.literal('correction'), reason: text(500, 3) })
		]),
		response: { 200: Certificate, ...refusals }
	}
});

export const issueCertificateInDative = endpoint({
	method: 'POST',
	url: '/enrolments/:id/certificate/dative',
	schema: {
		tags,
		summary:
			'The same in the wording «выдан … в том, что», with the name in the dative as the person confirmed it (X14)',
		params: ById,
		response: { 200: Certificate, ...refusals }
	}
});

export const downloadCertificate = endpoint({
	method: 'GET',
	url: '/certificates/:id/pdf',
	schema: {
		tags,
		summary: 'The PDF, for its owner and those who issue',
		params: ById,
		...asPdf,
		response: { 200: Bytes, 404: Problem }
	}
});
