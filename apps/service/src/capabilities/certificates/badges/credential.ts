import type { CertificateSnapshot } from '@stazhirovka/db/schema';
import { academicHours } from '@stazhirovka/domain/certificates';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { createHash } from 'node:crypto';
import { BITS_IN_LIST } from './bitstring.ts';

export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export type Badged = {
	snapshot: CertificateSnapshot;
	token: string;
	siteId: string;
	issuedAt: Date;
	statusIndex: number;
	/** Where the holder gets letters now. */
	email: string;
	programme: Pick<ProgrammeDocument, 'key' | 'summary' | 'completion_rules'>;
};

export const issuerAddress = (origin: string, siteId: string) => `${origin}/api/badges/issuers/${siteId}`;
export const listAddress = (origin: string, list: number) => `${origin}/api/badges/status/${list}`;

/**
 * Open Badges 3.0 (practice §9) in the words of the issued document. Contexts are only named: nothing is fetched, ours
 * are the terms as they are written there. The holder is told by a salted hash of the address alone.
 */
export function badgeOf({ programme, ...badged }: Badged, origin: string) {
	const { snapshot, siteId, statusIndex, issuedAt } = badged;
	const list = listAddress(origin, Math.floor(statusIndex / BITS_IN_LIST));
	const index = statusIndex % BITS_IN_LIST;
	return {
		'@context': [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
		id: snapshot.verifyUrl,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: snapshot.programmeTitle,
		issuer: {
			id: issuerAddress(origin, siteId),
			type: ['Profile'],
			name: snapshot.issuerTitle,
			url: origin
		},
		validFrom: issuedAt.toISOString(),
		credentialSubject: {
			type: ['AchievementSubject'],
			identifier: [identityOf(badged)],
			achievement: {
				id: `${origin}/programmes/${programme.key}`,
				type: ['Achievement'],
				achievementType: 'CertificateOfCompletion',
				name: snapshot.programmeTitle,
				description: `${snapshot.hours} ${academicHours(snapshot.hours)}. ${programme.summary}`,
				criteria: { narrative: programme.completion_rules.map(({ text }) => text).join('; ') },
				inLanguage: 'ru',
				creditsAvailable: snapshot.hours
			}
		},
		credentialStatus: {
			id: `${list}#${index}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(index),
			statusListCredential: list
		}
	};
}

/** The salt is the badge's own: equal addresses differ in two badges. */
function identityOf({ email, token }: Pick<Badged, 'email' | 'token'>) {
	const salt = createHash('sha256').update(`badge ${token}`).digest('hex').slice(0, 32);
	const hash = createHash('sha256').update(`${email.toLowerCase()}${salt}`).digest('hex');
	return {
		type: 'IdentityObject',
		hashed: true,
		identityHash: `sha256$${hash}`,
		identityType: 'emailAddress',
		salt
	};
}
