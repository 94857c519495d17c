import { z } from 'zod';

const BASE = [
	'https://www.w3.org/ns/credentials/v2',
	/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\//
] as const;

const typed = (...names: string[]) =>
	z.array(z.string()).refine((types) => names.every((name) => types.includes(name)));
const moment = z.iso.datetime({ offset: true });

const identity = z.strictObject({
	type: z.literal('IdentityObject'),
	hashed: z.boolean(),
	identityHash: z.string(),
	identityType: z.string(),
	salt: z.string().optional()
});
const achievement = z.strictObject({
	id: z.url(),
	type: typed('Achievement'),
	achievementType: z.string().optional(),
	name: z.string().min(1),
	description: z.string().min(1),
	criteria: z.union([z.strictObject({ id: z.url() }), z.strictObject({ narrative: z.string().min(1) })]),
	inLanguage: z.string().optional(),
	creditsAvailable: z.number().optional()
});
const status = z.strictObject({
	id: z.url().optional(),
	type: z.literal('BitstringStatusListEntry'),
	statusPurpose: z.string(),
	statusListIndex: z.string().regex(/^\d+$/),
	statusListCredential: z.url()
});

/**
 * What Open Badges 3.0 requires of a credential, written from the specification. Strict: a word that the contexts do
 * not define would be dropped by whoever reads them, and here it is a fault. The three words of JWT stand beside it.
 */
export const openBadge = z.strictObject({
	'@context': z.array(z.url()).refine(([first, second]) => first === BASE[0] && BASE[1].test(second ?? '')),
	id: z.url(),
	type: typed('VerifiableCredential', 'OpenBadgeCredential'),
	name: z.string().min(1).optional(),
	issuer: z.strictObject({
		id: z.url(),
		type: typed('Profile'),
		name: z.string().optional(),
		url: z.url().optional()
	}),
	validFrom: moment,
	credentialSubject: z.strictObject({
		type: typed('AchievementSubject'),
		identifier: z.array(identity).min(1),
		achievement
	}),
	credentialStatus: status.optional(),
	iss: z.url(),
	jti: z.url(),
	nbf: z.number()
});
