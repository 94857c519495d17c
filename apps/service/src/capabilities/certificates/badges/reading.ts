import type { BadgeIssuer, BadgeKey } from '@stazhirovka/contract/badges';
import { certificateStatus } from '@stazhirovka/domain/certificates';
import type { Ctx, Deps } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { sealKeys, type SealKeyRow } from '../seal/store.ts';
import { findRegistered } from '../store.ts';
import { factsOf } from '../view.ts';
import { encodedList } from './bitstring.ts';
import { BADGES_CONTEXT, badgeOf, CREDENTIALS_CONTEXT, issuerAddress, listAddress } from './credential.ts';
import * as queries from './queries.ts';
import { signed } from './signing.ts';

type Public = Pick<Deps, 'db' | 'keysDir' | 'now' | 'origin'>;

/** How long a reader of the list may keep it, in milliseconds. */
const TTL_MS = 300_000;

/** The badge of a document in force (X17), for the holder, the tutor and those who lead the site. */
export async function readBadge(ctx: Ctx, id: string): Promise<{ name: string; jwt: string }> {
	const { db, actor, origin } = ctx;
	const certificate = (await findRegistered(db, id)) ?? missing('enrolment');
	await enterEnrolment(
		db,
		actor,
		certificate.enrolmentId ?? missing('enrolment'),
		'intern',
		'tutor',
		'leader'
	);
	if (certificateStatus(factsOf(certificate)) !== 'valid') fail('refused', 'badge.not_in_force');

	const { programmeVersionId, ...badged } = (await queries.badgedOf(db, id)) ?? missing('enrolment');
	const { document } = await loadProgramme(db, programmeVersionId);
	const jwt = await signed(ctx, badgeOf({ ...badged, programme: document }, origin));
	return { name: `${certificate.number}.jwt`, jwt };
}

/** Revoked or replaced: the bit is 1. Signed anew each time, for it is true at the time of asking. */
export async function readStatusList(deps: Public, list: number): Promise<string> {
	const ended = (await queries.endedIn(deps.db, list)) ?? missing('badge');
	const id = listAddress(deps.origin, list);
	return signed(deps, {
		'@context': [CREDENTIALS_CONTEXT],
		id,
		type: ['VerifiableCredential', 'BitstringStatusListCredential'],
		issuer: deps.origin,
		validFrom: deps.now().toISOString(),
		credentialSubject: {
			id: `${id}#list`,
			type: 'BitstringStatusList',
			statusPurpose: 'revocation',
			encodedList: encodedList(ended),
			ttl: TTL_MS
		}
	});
}

export async function readBadgeKeys({ db }: Public): Promise<{ keys: BadgeKey[] }> {
	return { keys: (await sealKeys(db)).map(toKey) };
}

export async function readBadgeKey({ db }: Public, id: string): Promise<BadgeKey> {
	const key = (await sealKeys(db)).find((one) => one.id === id);
	return toKey(key ?? missing('badge'));
}

export async function readIssuer({ db, origin }: Public, siteId: string): Promise<BadgeIssuer> {
	const { title } = (await queries.issuerOf(db, siteId)) ?? missing('badge');
	return {
		'@context': [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
		id: issuerAddress(origin, siteId),
		type: ['Profile'],
		name: title,
		url: origin
	};
}

function toKey({ id, publicKey }: SealKeyRow): BadgeKey {
	return { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: id, x: publicKey };
}
