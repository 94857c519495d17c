import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem, refusals } from '../problem.ts';
import { ById, Bytes, Day, Id, Moment, Person, text } from '../words.ts';

const tags = ['certificates'];

export const Certificate = z.object({
	id: Id,
	number: z.string(),
	title: z.string(),
	issuedOn: Day,
	sha256: z.string(),
	/** The minutes and the order that it rests on, in words; null where none was issued before. */
	grounds: z.string().nullable(),
	/** Path of the public check page. */
	checkPath: z.string(),
	pdfPath: z.string()
});
export type Certificate = z.infer<typeof Certificate>;

export const Completion = z.object({
	rules: z.array(z.object({ key: z.string(), text: z.string(), done: z.boolean() })),
	complete: z.boolean(),
	documentTitle: z.string(),
	documentReason: z.string().nullable(),
	certificate: Certificate.nullable()
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
	complete: z.boolean(),
	missing: z.array(z.string()),
	certificate: Certificate.nullable(),
	can: z.object({ issue: z.boolean() })
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

export const issueCertificateInDative = endpoint({
	method: 'POST',
	url: '/enrolments/:id/certificate/dative',
	schema: {
		tags,
		summary:
			'The same in the wording «выдан … в том, что», with the name in the dative as it is written here (X14)',
		params: ById,
		body: z.object({ dative: text(300, 3) }),
		response: { 200: Certificate, ...refusals }
	}
});

/** `application/pdf`, the stored bytes. */
export const downloadCertificate = endpoint({
	method: 'GET',
	url: '/certificates/:id/pdf',
	schema: {
		tags,
		summary: 'The PDF, for its owner and those who issue',
		params: ById,
		produces: ['application/pdf'],
		response: { 200: Bytes, 404: Problem }
	}
});

export const CheckedCertificate = z.object({
	status: z.enum(['valid', 'revoked']),
	kind: z.string(),
	number: z.string(),
	issuedOn: Day,
	programme: z.string(),
	hours: z.int(),
	issuer: z.string(),
	/** Masked, or whole when number and surname were given. */
	holder: z.string(),
	sha256: z.string(),
	revokedAt: Moment.nullable()
});
export type CheckedCertificate = z.infer<typeof CheckedCertificate>;

export const checkCertificate = endpoint({
	method: 'GET',
	url: '/certificate-checks/:token',
	schema: {
		tags,
		summary: 'Public check by the token of the QR code: the name is masked',
		params: z.object({ token: z.string().max(100) }),
		response: { 200: CheckedCertificate, 404: Problem, 429: Problem }
	}
});

export const checkByNumber = endpoint({
	method: 'POST',
	url: '/certificate-checks',
	schema: {
		tags,
		summary: 'Public check by full number and surname: the whole name is shown',
		body: z.object({ number: text(100, 1), surname: text(100, 1) }),
		response: { 200: CheckedCertificate, 400: Problem, 404: Problem, 429: Problem }
	}
});
