import { getBadgeIssuer, getBadgeKey, listBadgeKeys } from '@stazhirovka/contract/badges';
import { issueCertificate, replaceCertificate, revokeCertificate } from '@stazhirovka/contract/certificates';
import { createVerifier } from 'fast-jwt';
import { createHash, createPublicKey } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expanded } from '../../../testing/linked-data.ts';
import { Expertise } from '../../../testing/expertise.ts';
import { openBadge } from '../../../testing/open-badge.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { encodedList } from './bitstring.ts';

let world: World;
let expertise: Expertise;
const ids: string[] = [];
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	const leader = await world.as(world.leader);
	for (const n of [1, 2]) {
		await expertise.accept(n);
		await expertise.answerSurvey(n);
		ids.push((await leader.must(issueCertificate, { params: { id: expertise.enrolment(n) } })).id);
	}
});
afterAll(() => world.close());

const ORIGIN = 'http://stazhirovka.test';
const fetchBadge = async (n: number, by: { id: string } = expertise.person(n)) =>
	(await world.as(by)).inject({ url: `/api/certificates/${ids[n - 1]}/badge` });
const pathOf = (address: string) => address.slice(ORIGIN.length);

/** By a library that is not the one that signs, with the key found where the badge says. */
async function verified(jwt: string): Promise<Record<string, never>> {
	const header = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
	const stranger = await world.as(null);
	const jwk = (await stranger.inject({ url: pathOf(header.kid) })).json<{ x: string }>();
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, format: 'jwk' });
	const pem = key.export({ type: 'spki', format: 'pem' }).toString();
	const clockTimestamp = world.deps.now().getTime();
	return createVerifier({ key: pem, algorithms: ['EdDSA'], clockTimestamp })(jwt);
}

/** The bit of a badge, read as a wallet does. */
async function bitOf({ statusListCredential, statusListIndex }: Record<string, string>): Promise<number> {
	const answer = await (await world.as(null)).inject({ url: pathOf(statusListCredential ?? '') });
	expect(answer.headers['content-type']).toContain('application/vc+jwt');
	const list = (await verified(answer.body)) as unknown as {
		type: string[];
		credentialSubject: { encodedList: string; statusPurpose: string };
	};
	expect(list.type).toEqual(['VerifiableCredential', 'BitstringStatusListCredential']);
	expect(list.credentialSubject.statusPurpose).toBe('revocation');
	const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
	expect(bits.length).toBe(16_384);
	const index = Number(statusListIndex);
	return ((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
}

test('X17: the badge verifies by another library and has what Open Badges 3.0 asks for', async () => {
	const response = await fetchBadge(1);
	const badge = await verified(response.body);
	const subject = badge['credentialSubject'] as unknown as {
		type: string[];
		identifier: { identityHash: string; salt: string; hashed: boolean; identityType: string }[];
		achievement: Record<string, unknown>;
	};

	expect(response.headers['content-type']).toContain('application/vc+jwt');
	expect(badge).toMatchObject({
		'@context': [
			'https://www.w3.org/ns/credentials/v2',
			'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
		],
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		validFrom: '2027-02-26T21:30:00.000Z',
		issuer: { type: ['Profile'], name: expect.stringContaining('Школа № 912') },
		iss: `${ORIGIN}/api/badges/issuers/${world.site.id}`,
		nbf: Date.parse('2027-02-26T21:30:00Z') / 1_000
	});
	expect(badge['jti']).toBe(badge['id']);
	expect(badge['id']).toMatch(/^http:\/\/stazhirovka\.test\/v\/[A-Z2-7]{32}$/);
	expect(badge).not.toHaveProperty('vc');
	expect(badge).not.toHaveProperty('expirationDate');
	expect(subject.achievement).toMatchObject({
		id: `${ORIGIN}/programmes/adhd-lesson-12h`,
		type: ['Achievement'],
		achievementType: 'CertificateOfCompletion',
		name: 'Приёмы работы с обучающимися с СДВГ на уроке',
		description: expect.stringMatching(/^12 академических часов\. /),
		criteria: { narrative: expect.stringContaining('карта') }
	});
	const [identity] = subject.identifier;
	const { email } = expertise.person(1);
	const hash = createHash('sha256').update(`${email.toLowerCase()}${identity?.salt}`).digest('hex');
	expect(identity).toMatchObject({
		hashed: true,
		identityType: 'emailAddress',
		identityHash: `sha256$${hash}`
	});
	expect(response.body).not.toContain(email);
	expect(JSON.stringify(badge)).not.toContain(expertise.person(1).surname);
	expect((await fetchBadge(1)).body).toBe(response.body);
});

test('X17: no word of a badge is unknown to Open Badges 3.0, and none that it requires is missing', async () => {
	const badge = await verified((await fetchBadge(1)).body);
	expect(openBadge.safeParse(badge)).toEqual({ success: true, data: badge });
	for (const word of ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'])
		expect(openBadge.safeParse({ ...badge, [word]: undefined }).success).toBe(false);
	expect(openBadge.safeParse({ ...badge, holder: 'Ключарёва' }).success).toBe(false);
});

test('X17: the published contexts, which are in packages, know every word of a badge, of its list and of its issuer', async () => {
	const badge = await verified((await fetchBadge(1)).body);
	const status = badge['credentialStatus'] as unknown as Record<string, string>;
	const stranger = await world.as(null);
	const list = await verified(
		(await stranger.inject({ url: pathOf(status['statusListCredential'] ?? '') })).body
	);
	const issuer = await stranger.must(getBadgeIssuer, { params: { id: world.site.id } });

	// A token of JWT says these beside the credential; they are not words of linked data.
	const credential = ({ iss: _i, jti: _j, nbf: _n, sub: _s, iat: _t, ...rest }: Record<string, unknown>) =>
		rest;
	for (const document of [credential(badge), credential(list), issuer])
		expect(await expanded(document)).toHaveLength(1);
	await expect(expanded({ ...credential(badge), holder: 'Ключарёва' })).rejects.toThrow(/Safe mode/);
});

test('X17: a changed badge does not verify', async () => {
	const [header, , signature] = (await fetchBadge(1)).body.split('.');
	const other = (await fetchBadge(2)).body.split('.')[1];
	await expect(verified([header, other, signature].join('.'))).rejects.toThrow(/signature/);
});

test('X17: the bit turns when the document is revoked or replaced, and then there is no badge to take', async () => {
	const [first, second] = [
		await verified((await fetchBadge(1)).body),
		await verified((await fetchBadge(2)).body)
	];
	const statusOf = (badge: Record<string, unknown>) => badge['credentialStatus'] as Record<string, string>;
	expect([await bitOf(statusOf(first)), await bitOf(statusOf(second))]).toEqual([0, 0]);

	const leader = await world.as(world.leader);
	await leader.must(revokeCertificate, { params: { id: ids[0] ?? '' }, body: { reason: 'Ошибка в часах' } });
	expect([await bitOf(statusOf(first)), await bitOf(statusOf(second))]).toEqual([1, 0]);
	await leader.must(replaceCertificate, {
		params: { id: ids[1] ?? '' },
		body: { as: 'duplicate', cause: 'loss' }
	});
	expect([await bitOf(statusOf(first)), await bitOf(statusOf(second))]).toEqual([1, 1]);
	expect((await fetchBadge(1)).json()).toMatchObject({ code: 'badge.not_in_force' });
});

test('access: a badge is for its holder, the tutor and the leader; keys and profile are for everybody', async () => {
	for (const person of [expertise.person(2), world.otherTutor, world.otherLeader, world.stranger])
		expect((await fetchBadge(1, person)).statusCode).toBe(404);
	expect((await (await world.as(null)).inject({ url: `/api/certificates/${ids[0]}/badge` })).statusCode).toBe(
		401
	);

	const stranger = await world.as(null);
	const { keys } = await stranger.must(listBadgeKeys, {});
	expect(await stranger.must(getBadgeKey, { params: { key: keys[0]?.kid ?? '' } })).toEqual(keys[0]);
	expect(await stranger.call(getBadgeKey, { params: { key: 'nobody' } })).toEqual(
		refused(404, 'badge.missing')
	);
	expect((await stranger.inject({ url: '/api/badges/status/7' })).statusCode).toBe(404);
	const issuer = await stranger.must(getBadgeIssuer, { params: { id: world.site.id } });
	expect(issuer).toMatchObject({ type: ['Profile'], name: expect.stringContaining('Школа № 912') });
});

test('X17: the leftmost bit is the first, by the vector of the recommendation', () => {
	const bits = gunzipSync(Buffer.from(encodedList([0, 9]).slice(1), 'base64url'));
	expect([encodedList([])[0], bits[0], bits[1], bits[2]]).toEqual(['u', 0x80, 0x40, 0]);
});
