import { z } from 'zod';
import { DocumentSignature } from '../documents/index.ts';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { Day, Moment, text } from '../words.ts';

const tags = ['certificates'];

export const CheckedCertificate = z.object({
	status: z.enum(['valid', 'revoked', 'replaced']),
	kind: z.string(),
	number: z.string(),
	issuedOn: Day,
	programme: z.string(),
	hours: z.int(),
	issuer: z.string(),
	/** Masked, or whole when number and surname were given. */
	holder: z.string(),
	sha256: z.string(),
	revokedAt: Moment.nullable(),
	/** The document in whose place this one was issued again. */
	duplicateOf: z.string().nullable(),
	replacedBy: z
		.object({ number: z.string(), issuedOn: Day, as: z.enum(['duplicate', 'correction']) })
		.nullable(),
	/** Made elsewhere, of exactly these bytes (X16). */
	signatures: z.array(DocumentSignature)
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

export const SealKey = z.object({
	id: z.string(),
	algorithm: z.literal('Ed25519'),
	/** 32 bytes in base64url. */
	publicKey: z.string(),
	since: Moment
});
export type SealKey = z.infer<typeof SealKey>;

/** Ed25519 keys that sealed documents, for whoever checks a seal by himself. */
export const listSealKeys = endpoint({
	method: 'GET',
	url: '/certificate-keys',
	schema: {
		tags,
		summary: 'Public keys of the seals, the newest first',
		response: { 200: z.array(SealKey), 429: Problem }
	}
});

export const checkByFile = endpoint({
	method: 'POST',
	url: '/certificate-checks/files',
	schema: {
		tags,
		summary:
			'Public check of a file by its SHA-256: whether it was issued exactly so; whoever has it has read the name',
		body: z.object({ sha256: z.string().regex(/^[\da-f]{64}$/) }),
		response: { 200: CheckedCertificate, 400: Problem, 404: Problem, 429: Problem }
	}
});

export const checkSeal = endpoint({
	method: 'POST',
	url: '/certificate-checks/seals',
	schema: {
		tags,
		summary: 'Public check of the seal that is attached to a document',
		body: z.object({
			words: z.record(z.string().max(100), z.union([z.string().max(2_000), z.int()])),
			signature: z.string().max(200)
		}),
		response: { 200: CheckedCertificate, 400: Problem, 404: Problem, 429: Problem }
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
