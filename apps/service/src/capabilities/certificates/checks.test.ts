import { checkByNumber, checkCertificate } from '@stazhirovka/contract/certificates';
import { certificates } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { checkByToken } from './reading.ts';
import { insertCertificate, type CertificateRow } from './store.ts';
import { newToken } from './token.ts';

let world: World;
let issued: CertificateRow;
beforeAll(async () => {
	world = await createWorld();
	const token = newToken();
	const snapshot = {
		kind: 'certificate' as const,
		documentTitle: 'Сертификат о прохождении программы стажировки',
		number: '912-2027-0001',
		surname: 'Ключарёва-Санникова',
		givenName: 'Есения',
		patronymic: 'Мироновна',
		gender: 'f' as const,
		programmeTitle: 'Приёмы работы с обучающимися с СДВГ на уроке',
		hours: 12,
		periodFrom: '2027-01-18',
		periodTo: '2027-02-26',
		siteTitle: 'Площадка',
		organisationTitle: 'Школа № 912',
		issuerTitle: 'Школа № 912',
		issuerCity: null,
		signer: { position: 'Руководитель площадки', name: 'Полозьев Д. И.' },
		issuedOn: '2027-02-27',
		verifyUrl: `https://stazhirovka.example/v/${token}`
	};
	const certificate = {
		...{ snapshot, token, number: snapshot.number, issuedOn: snapshot.issuedOn },
		...{ siteId: world.site.id, year: 2027, serial: 1, enrolmentId: world.enrolments[0]?.id },
		...{ pdf: Buffer.from('pdf'), sha256: 'f'.repeat(64) }
	};
	issued = await world.db.transaction((tx) => insertCertificate(tx, certificate));
});
afterAll(() => world.close());

test('what was issued cannot be changed or deleted even in the database', async () => {
	const own = eq(certificates.id, issued.id);
	const stored = () => world.db.select().from(certificates).where(own);
	const before = await stored();

	await expect(
		world.db
			.update(certificates)
			.set({ pdf: Buffer.from('x') })
			.where(own)
	).rejects.toThrow();
	await expect(world.db.update(certificates).set({ number: '912-2027-0009' }).where(own)).rejects.toThrow();
	await expect(world.db.delete(certificates).where(own)).rejects.toThrow();
	expect(await stored()).toEqual(before);
});

test('X3: a stranger with the code sees the document and a masked name, with number and surname the whole one', async () => {
	const { token, sha256 } = issued;
	const stranger = await world.as(null);
	const told = {
		status: 'valid',
		kind: 'Сертификат о прохождении программы стажировки',
		number: '912-2027-0001',
		issuedOn: '2027-02-27',
		programme: 'Приёмы работы с обучающимися с СДВГ на уроке',
		hours: 12,
		issuer: 'Школа № 912',
		sha256,
		revokedAt: null,
		duplicateOf: null,
		replacedBy: null,
		signatures: []
	};

	expect(token).toMatch(/^[A-Z2-7]{32}$/);
	expect(await stranger.must(checkCertificate, { params: { token } })).toEqual({
		...told,
		holder: 'Ключарёва-Санникова\u00a0Е.\u00a0М.'
	});
	const body = { number: '912-2027-0001', surname: 'ключарева-санникова ' };
	expect(await stranger.must(checkByNumber, { body })).toEqual({
		...told,
		holder: 'Ключарёва-Санникова Есения Мироновна'
	});
	for (const wrong of [
		{ ...body, surname: 'Ключарёва' },
		{ ...body, number: '912-2027-0003' }
	]) {
		expect(await stranger.call(checkByNumber, { body: wrong })).toMatchObject({
			refusal: { status: 404, code: 'certificate.missing' }
		});
	}
});

test('R18: no code that differs in one character is accepted; unknown and malformed answer alike', async () => {
	const { token } = issued;
	const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'];
	const forged = [...token].flatMap((own, place) =>
		alphabet
			.filter((other) => other !== own)
			.map((other) => token.slice(0, place) + other + token.slice(place + 1))
	);
	const accepted = await Promise.all(
		forged.map((one) =>
			checkByToken(world, one).then(
				() => one,
				() => null
			)
		)
	);
	expect(forged.length).toBe(992);
	expect(accepted.filter(Boolean)).toEqual([]);

	const stranger = await world.as(null);
	const refusals = await Promise.all(
		[forged[0], 'x', `${token}A`, '%00', "'--"].map((one) =>
			stranger.inject({ url: `/api/certificate-checks/${encodeURIComponent(one ?? '')}` })
		)
	);
	expect(refusals.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
	expect(new Set(refusals.map(({ body }) => body)).size).toBe(1);
	expect(refusals[0]?.headers['x-robots-tag']).toBe('noindex');
});

test('X3: a revoked document is told to be revoked', async () => {
	const revokedAt = new Date('2027-04-01T09:00:00Z');
	await world.db
		.update(certificates)
		.set({ revokedAt, revokedReason: 'Ошибка' })
		.where(eq(certificates.id, issued.id));
	const stranger = await world.as(null);

	expect(await stranger.must(checkCertificate, { params: { token: issued.token } })).toMatchObject({
		status: 'revoked',
		revokedAt: '2027-04-01T09:00:00.000Z'
	});
});

test('X3: whoever tries codes is stopped after thirty in a minute', async () => {
	const stranger = await world.as(null);
	const answers = await Promise.all(
		Array.from({ length: 40 }, (_, n) => stranger.inject({ url: `/api/certificate-checks/${n}` }))
	);
	const last = answers.at(-1);

	expect(last?.statusCode).toBe(429);
	expect(last?.json()).toEqual({ code: 'request.too_many', message: 'request.too_many' });
	expect(last?.headers['x-robots-tag']).toBe('noindex');
	expect((await stranger.inject({ url: '/api/health' })).statusCode).toBe(200);
});
