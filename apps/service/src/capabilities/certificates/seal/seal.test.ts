import {
	checkByFile,
	checkSeal,
	issueCertificate,
	listSealKeys,
	revokeCertificate
} from '@stazhirovka/contract/certificates';
import { certificates, type Seal } from '@stazhirovka/db/schema';
import { readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { refused } from '../../../testing/refused.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { currentKey } from './keys.ts';
import { isGenuine } from './sealing.ts';

let world: World;
let expertise: Expertise;
let seals: Seal[];
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	const leader = await world.as(world.leader);
	for (const n of [1, 2]) {
		await expertise.accept(n);
		await expertise.answerSurvey(n);
		await leader.must(issueCertificate, { params: { id: expertise.enrolment(n) } });
	}
	seals = await Promise.all(
		[1, 2].map(async (n) => JSON.parse((await readBack(n)).attached['document.json'] ?? ''))
	);
});
afterAll(() => world.close());

const pdfOf = async (n: number) => {
	const own = eq(certificates.enrolmentId, expertise.enrolment(n));
	const [row] = await world.db.select().from(certificates).where(own);
	return row?.pdf ?? Buffer.alloc(0);
};
const readBack = async (n: number) => readPdf(await pdfOf(n));
const keys = async () => (await world.as(null)).must(listSealKeys, {});
const check = async (seal: Seal) => (await world.as(null)).call(checkSeal, { body: seal });

test('R18: what is attached says what is printed, and verifies by a tool that is not ours', async () => {
	const [seal] = seals;
	const [key] = await keys();
	const { text } = await readBack(1);
	const { words, signature } = seal ?? { words: {}, signature: '' };
	expect(words).toMatchObject({ number: '912-2027-0001', hours: 12, issuedOn: '2027-02-27', keyId: key?.id });
	for (const said of [words['holder'], words['programme'], words['number']]) expect(text).toContain(said);

	const folder = mkdtempSync(join(tmpdir(), 'stazhirovka-seal-'));
	const file = (name: string, bytes: string | Buffer) => {
		writeFileSync(join(folder, name), bytes);
		return join(folder, name);
	};
	// Flat words of ASCII names: their canonical form is what sorting the names gives.
	const sorted = Object.fromEntries(Object.entries(words).sort(([one], [other]) => (one < other ? -1 : 1)));
	const jwk = { kty: 'OKP', crv: 'Ed25519', x: key?.publicKey ?? '' };
	const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
	const given = [
		...['pkeyutl', '-verify', '-pubin', '-inkey', file('key.pem', pem), '-rawin'],
		...[
			'-in',
			file('words', JSON.stringify(sorted)),
			'-sigfile',
			file('signature', Buffer.from(signature, 'base64url'))
		]
	];
	expect(execFileSync('openssl', given, { encoding: 'utf8' })).toContain('Signature Verified Successfully');
	rmSync(folder, { recursive: true });
});

test('R18: a changed byte of the words or of the signature is found, each of them', async () => {
	const [seal] = seals;
	const [key] = await keys();
	if (!seal || !key) throw new Error('Nothing was sealed');
	expect(isGenuine(seal, key.publicKey)).toBe(true);

	for (const [name, said] of Object.entries(seal.words)) {
		const text = String(said);
		for (let place = 0; place < text.length; place += 1) {
			const other = text[place] === '1' ? '2' : '1';
			const changed = `${text.slice(0, place)}${other}${text.slice(place + 1)}`;
			const value = typeof said === 'number' ? Number(changed) : changed;
			expect(isGenuine({ ...seal, words: { ...seal.words, [name]: value } }, key.publicKey)).toBe(false);
		}
	}
	const bytes = Buffer.from(seal.signature, 'base64url');
	for (let place = 0; place < bytes.length; place += 1) {
		const changed = Buffer.from(bytes);
		changed[place] = (changed[place] ?? 0) ^ 1;
		expect(isGenuine({ ...seal, signature: changed.toString('base64url') }, key.publicKey)).toBe(false);
	}
});

test('R18: another key, and the words of one under the code of another, are not genuine', async () => {
	const [first, second] = seals;
	const [key] = await keys();
	if (!first || !second || !key) throw new Error('Nothing was sealed');
	const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });

	expect(isGenuine(first, x)).toBe(false);
	expect(await check({ ...first, signature: second.signature })).toEqual(refused(404, 'certificate.missing'));
	const crossed = { ...first.words, code: second.words['code'] ?? '' };
	expect(await check({ ...first, words: crossed })).toEqual(refused(404, 'certificate.missing'));
	expect(await check({ ...first, words: { ...first.words, keyId: 'nobody' } })).toEqual(
		refused(404, 'certificate.missing')
	);
	expect(await check(first)).toMatchObject({ ok: true, value: { status: 'valid', number: '912-2027-0001' } });
});

test('a file is known by every byte of it, and what happened to the document since is told', async () => {
	const pdf = await pdfOf(2);
	const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
	const ask = async (sha256: string) => (await world.as(null)).call(checkByFile, { body: { sha256 } });
	expect(await ask(hash(pdf))).toMatchObject({
		ok: true,
		value: { status: 'valid', number: '912-2027-0002' }
	});

	const changed = Buffer.from(pdf);
	changed[pdf.length - 2] = (changed[pdf.length - 2] ?? 0) ^ 1;
	expect(await ask(hash(changed))).toEqual(refused(404, 'certificate.missing'));
	const own = eq(certificates.enrolmentId, expertise.enrolment(2));
	const [row] = await world.db.select({ id: certificates.id }).from(certificates).where(own);
	const leader = await world.as(world.leader);
	await leader.must(revokeCertificate, { params: { id: row?.id ?? '' }, body: { reason: 'Ошибка в часах' } });
	expect(await ask(hash(pdf))).toMatchObject({ ok: true, value: { status: 'revoked' } });
	expect(await check(seals[1] as Seal)).toMatchObject({ ok: true, value: { status: 'revoked' } });
});

test('a private key is for its owner alone; after a change of the key older seals are still genuine', async () => {
	const before = await keys();
	const file = join(world.deps.keysDir, `${before[0]?.id}.pem`);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect((await currentKey(world.deps)).id).toBe(before[0]?.id);

	rmSync(file);
	world.at('2027-03-01T09:00:00Z');
	const { id } = await currentKey(world.deps);
	expect((await keys()).map((key) => key.id)).toEqual([id, before[0]?.id]);
	expect(await check(seals[0] as Seal)).toMatchObject({ ok: true, value: { status: 'valid' } });
});
