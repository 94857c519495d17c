import { getDocument } from '@stazhirovka/contract/documents';
import { documentSignatures } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { attach, signatureOf } from '../../testing/signatures.ts';
import { createWorld } from '../../testing/world.ts';
import { issueDocument } from './index.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(() => world.close());

const { leader, otherLeader, coordinator } = world;
let made = 0;

const issue = () =>
	world.db.transaction((tx) =>
		issueDocument(tx, world.contextOf(leader), {
			kind: `order-${++made}`,
			title: 'Приказ',
			place: { regionId: world.region.id, siteId: world.site.id },
			dated: '2027-01-18',
			numbered: true,
			paper: () => ({
				title: 'Приказ',
				author: 'Школа',
				orientation: 'portrait',
				blocks: [{ kind: 'note', text: 'Да' }]
			})
		})
	);
const kept = (id: string) =>
	world.db.select().from(documentSignatures).where(eq(documentSignatures.documentId, id));

test('X16: a detached signature is kept as it came, shown with its signer, and given back', async () => {
	const { id } = await issue();
	const bytes = signatureOf();
	const answer = await attach(world, leader, id, {
		bytes,
		name: 'Приказ № 1.SIG',
		signer: '  Полозьев\n Д. И. '
	});
	const visitor = await world.as(leader);
	const { signatures } = await visitor.must(getDocument, { params: { id } });

	expect(answer.status).toBe(200);
	expect(signatures).toEqual([
		{
			number: 1,
			name: 'Приказ № 1.sig',
			signer: 'Полозьев Д. И.',
			sha256: createHash('sha256').update(bytes).digest('hex'),
			digestFound: false,
			attachedAt: '2027-01-18T07:00:00.000Z',
			path: `/api/documents/${id}/signatures/1`
		}
	]);
	const given = await visitor.inject({ method: 'GET', url: signatures[0]?.path ?? '' });
	expect(given.rawPayload).toEqual(bytes);
	expect(given.headers['content-disposition']).toContain(encodeURIComponent('Приказ № 1.sig'));
	expect((await recorded(world.db, 'document.signature_attached', [id])).length).toBe(1);
});

test('X16: a signature that holds the hash of the PDF is told from one that does not', async () => {
	const { id } = await issue();
	const { sha256 } = await (await world.as(leader)).must(getDocument, { params: { id } });
	const bytes = signatureOf(Buffer.from(sha256, 'hex'));
	const armoured = Buffer.from(`-----BEGIN CMS-----\n${bytes.toString('base64')}\n-----END CMS-----\n`);
	await attach(world, leader, id, { bytes });
	await attach(world, coordinator, id, { bytes: armoured, name: 'pem.p7s' });
	await attach(world, leader, id, { bytes: signatureOf('чужая') });

	expect((await kept(id)).map(({ digestFound }) => digestFound)).toEqual([true, true, false]);
});

test('of files at once each is kept once under a number of its own', async () => {
	const { id } = await issue();
	const files = ['а', 'а', 'б', 'в', 'г', 'д', 'е', 'е'].map((content) => signatureOf(content));
	const answers = await Promise.all(files.map((bytes) => attach(world, leader, id, { bytes })));

	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	expect((await kept(id)).map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
	expect((await recorded(world.db, 'document.signature_attached', [id])).length).toBe(6);
});

test.each([
	['an empty file', { bytes: Buffer.alloc(0) }, 422, 'file.empty'],
	[
		'a file over 256 kB',
		{ bytes: signatureOf(Buffer.alloc(256 * 1024)) },
		413,
		'document.signature_too_large'
	],
	['a picture', { bytes: Buffer.from('\x89PNG…') }, 415, 'document.not_a_signature'],
	['words called a signature', { bytes: Buffer.from('Подписано') }, 415, 'document.not_a_signature'],
	[
		'a signature called otherwise',
		{ bytes: signatureOf(), name: 'подпись.exe' },
		415,
		'document.not_a_signature'
	],
	['nobody who signed', { bytes: signatureOf(), signer: ' \u200b ' }, 422, 'document.signer_missing']
])('%s is refused and leaves nothing behind', async (_, given, status, code) => {
	const { id } = await issue();
	const answer = await attach(world, leader, id, given);

	expect([answer.status, answer.body.code]).toEqual([status, code]);
	expect(await kept(id)).toEqual([]);
});

test('a document that is not yours takes no signature and tells nothing', async () => {
	const { id } = await issue();
	const bytes = signatureOf();
	await attach(world, leader, id, { bytes });
	const answer = await attach(world, otherLeader, id, { bytes: signatureOf('чужая') });
	const url = `/api/documents/${id}/signatures`;
	const outsider = await world.as(otherLeader);
	const owner = await world.as(leader);

	expect([answer.status, answer.body.code]).toEqual([404, 'document.missing']);
	expect((await outsider.inject({ method: 'GET', url: `${url}/1` })).statusCode).toBe(404);
	expect((await owner.inject({ method: 'GET', url: `${url}/2` })).statusCode).toBe(404);
	expect((await owner.inject({ method: 'GET', url: `${url}/x` })).statusCode).toBe(404);
	expect((await kept(id)).length).toBe(1);
});

test('a signature is never changed or taken away', async () => {
	const { id } = await issue();
	await attach(world, leader, id, { bytes: signatureOf() });
	const row = eq(documentSignatures.documentId, id);

	await expect(
		world.db.update(documentSignatures).set({ signer: 'Другой' }).where(row)
	).rejects.toMatchObject({ cause: { code: '23001' } });
	await expect(world.db.delete(documentSignatures).where(row)).rejects.toMatchObject({
		cause: { code: '23001' }
	});
});
