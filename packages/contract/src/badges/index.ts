import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { ById, Bytes, Id } from '../words.ts';

const tags = ['certificates'];
const open = { 404: Problem, 429: Problem };

/** `application/vc+jwt`: Open Badges 3.0, an extra without legal force. */
export const downloadBadge = endpoint({
	method: 'GET',
	url: '/certificates/:id/badge',
	schema: {
		tags,
		summary: 'The document in force as an Open Badge 3.0 (VC-JWT), for its owner and those who issue (X17)',
		params: ById,
		produces: ['application/vc+jwt'],
		response: { 200: Bytes, 401: Problem, 404: Problem, 409: Problem }
	}
});

export const BadgeKey = z.object({
	kty: z.literal('OKP'),
	crv: z.literal('Ed25519'),
	alg: z.literal('EdDSA'),
	use: z.literal('sig'),
	kid: z.string(),
	x: z.string()
});
export type BadgeKey = z.infer<typeof BadgeKey>;

export const listBadgeKeys = endpoint({
	method: 'GET',
	url: '/badges/keys',
	schema: {
		tags,
		summary: 'Keys that sign badges and status lists (JWK Set)',
		response: { 200: z.object({ keys: z.array(BadgeKey) }), 429: Problem }
	}
});

/** What the `kid` of a badge leads to. */
export const getBadgeKey = endpoint({
	method: 'GET',
	url: '/badges/keys/:key',
	schema: {
		tags,
		summary: 'One key by the address that a badge names (JWK)',
		params: z.object({ key: z.string().max(100) }),
		response: { 200: BadgeKey, ...open }
	}
});

export const BadgeIssuer = z.object({
	'@context': z.array(z.string()),
	id: z.string(),
	type: z.array(z.string()),
	name: z.string(),
	url: z.string()
});
export type BadgeIssuer = z.infer<typeof BadgeIssuer>;

export const getBadgeIssuer = endpoint({
	method: 'GET',
	url: '/badges/issuers/:id',
	schema: {
		tags,
		summary: 'Profile of the site that issues badges',
		params: z.object({ id: Id }),
		response: { 200: BadgeIssuer, ...open }
	}
});

/** `application/vc+jwt`: one bit a badge, 1 where its document was revoked or replaced. */
export const getStatusList = endpoint({
	method: 'GET',
	url: '/badges/status/:list',
	schema: {
		tags,
		summary: 'Which badges are no longer in force (W3C Bitstring Status List as a VC-JWT)',
		params: z.object({ list: z.string().regex(/^\d{1,4}$/) }),
		produces: ['application/vc+jwt'],
		response: { 200: Bytes, 400: Problem, ...open }
	}
});
