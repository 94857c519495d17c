import { issueCertificate } from '@stazhirovka/contract/certificates';
import { certificates, type Seal } from '@stazhirovka/db/schema';
import { asc } from 'drizzle-orm';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../../testing/expertise.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import * as reading from '../reading.ts';
import { seal as sealBy } from './sealing.ts';

const EACH = 2_000;
const AT_ONCE = 50;

let world: World;
let issued: (typeof certificates.$inferSelect & { seal: Seal })[];
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	const expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	const leader = await world.as(world.leader);
	for (const n of [1, 2]) {
		await expertise.accept(n);
		await expertise.answerSurvey(n);
		await leader.must(issueCertificate, { params: { id: expertise.enrolment(n) } });
	}
	const rows = await world.db.select().from(certificates).orderBy(asc(certificates.serial));
	issued = rows.map((row) => ({ ...row, seal: row.seal as Seal }));
});
afterAll(() => world.close());

/** The same chances in every run (mulberry32). */
function chances(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

const accepts = (asked: Promise<unknown>) =>
	asked.then(
		() => true,
		(error: { problem?: { code: string } }) => {
			if (error.problem?.code !== 'certificate.missing') throw error;
			return false;
		}
	);

async function accepted(forge: (n: number) => Promise<unknown>): Promise<number> {
	let count = 0;
	for (let from = 0; from < EACH; from += AT_ONCE) {
		const tries = Array.from({ length: AT_ONCE }, (_, at) => accepts(forge(from + at)));
		count += (await Promise.all(tries)).filter(Boolean).length;
	}
	return count;
}

const checkSeal = (seal: Seal) => reading.checkSeal(world.deps, seal);
const one = (n: number) => issued[n % issued.length] ?? issued[0]!;

test('R18: what was issued is accepted in each of the ways that forgeries are tried', async () => {
	for (const { seal, token, pdf } of issued) {
		const sha256 = createHash('sha256').update(pdf).digest('hex');
		expect(await accepts(checkSeal(seal))).toBe(true);
		expect(await accepts(reading.checkByToken(world.deps, token))).toBe(true);
		expect(await accepts(reading.checkByFile(world.deps, sha256))).toBe(true);
	}
});

test('R18: of 2,000 seals with changed words none is accepted', async () => {
	const chance = chances(18);
	const forged = (n: number) => {
		const { words, signature } = one(n).seal;
		const names = Object.keys(words);
		const name = names[chance(names.length)] ?? 'holder';
		const said = words[name] ?? '';
		if (typeof said === 'number')
			return checkSeal({ words: { ...words, [name]: said + 1 + chance(500) }, signature });
		const place = chance(said.length + 1);
		const letter = String.fromCodePoint(0x410 + chance(64));
		return checkSeal({
			words: { ...words, [name]: said.slice(0, place) + letter + said.slice(place) },
			signature
		});
	};
	expect(await accepted(forged)).toBe(0);
});

test('R18: of 2,000 changed signatures none is accepted, not even another spelling of the true one', async () => {
	const chance = chances(19);
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ ';
	const forged = (n: number) => {
		const { words, signature } = one(n).seal;
		const place = n % (signature.length + 1);
		const letter = letters[chance(letters.length)] ?? 'A';
		const same = letter === signature[place] ? '' : letter;
		return checkSeal({ words, signature: signature.slice(0, place) + same + signature.slice(place + 1) });
	};
	expect(await accepted(forged)).toBe(0);
});

test('R18: of 2,000 seals by another key, under any key id, none is accepted', async () => {
	const { privateKey } = generateKeyPairSync('ed25519');
	const forged = (n: number) => {
		const { token, seal, snapshot } = one(n);
		const id = n % 2 ? String(seal.words['keyId']) : `key-${n}`;
		return checkSeal(sealBy({ id, privateKey }, token, { ...snapshot, hours: 12 + (n % 60) }));
	};
	expect(await accepted(forged)).toBe(0);
});

test('R18: of 2,000 files that differ in a byte none is accepted', async () => {
	const chance = chances(20);
	const forged = (n: number) => {
		const changed = Buffer.from(one(n).pdf);
		const place = chance(changed.length);
		changed[place] = (changed[place] ?? 0) ^ (1 << chance(8));
		return reading.checkByFile(world.deps, createHash('sha256').update(changed).digest('hex'));
	};
	expect(await accepted(forged)).toBe(0);
});

test('R18: of 2,000 changed codes none is accepted, and a code has at least 128 bits', async () => {
	const chance = chances(21);
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const forged = (n: number) => {
		const { token } = one(n);
		const place = chance(token.length);
		const other = letters.replace(token[place] ?? '', '')[chance(letters.length - 1)] ?? '';
		return reading.checkByToken(world.deps, token.slice(0, place) + other + token.slice(place + 1));
	};
	expect(await accepted(forged)).toBe(0);
	for (const { token } of issued) expect(token).toMatch(/^[A-Z2-7]{26,}$/);
});
