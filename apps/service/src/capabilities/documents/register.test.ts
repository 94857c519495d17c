import { getDocument } from '@stazhirovka/contract/documents';
import { documentNumbers, documents } from '@stazhirovka/db/schema';
import { orderEnrol } from '@stazhirovka/domain/documents';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';
import { issueDocument, listDocuments, type Issue } from './index.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(() => world.close());

const { region, site, otherSite } = world;
const ctx = world.contextOf(world.leader);

const note =
	(text: string): Issue['paper'] =>
	(number) => ({
		title: 'Справка',
		author: 'Школа',
		orientation: 'portrait',
		blocks: [{ kind: 'paragraph', text: `${text} № ${number ?? 'нет'}` }]
	});
const issue = (change: Partial<Issue> = {}) =>
	world.db.transaction((tx) =>
		issueDocument(tx, ctx, {
			kind: 'order',
			title: 'Приказ о проверке',
			place: { regionId: region.id, siteId: site.id },
			dated: '2027-01-18',
			numbered: true,
			paper: note('Приказ'),
			...change
		})
	);
const download = async (id: string, format: 'pdf' | 'docx', person: { id: string } | null = world.leader) =>
	(await world.as(person)).inject({ method: 'GET', url: `/api/documents/${id}/file.${format}` });

test('R158: an order is issued with the next number, kept in both formats, and recorded', async () => {
	const { leader } = world;
	const { id, number } = await issue({
		kind: 'order_enrol',
		title: 'Приказ о зачислении 12/3',
		paper: (given) =>
			orderEnrol({
				number: given,
				day: '2027-01-18',
				organisation: { title: 'МБОУ «Школа № 912»', city: 'г. Северореченск', head: null },
				programme: { title: 'Приёмы', hours: 12 },
				period: { from: '2027-01-18', to: '2027-02-26' },
				grounds: [],
				learners: world.interns.map((intern) => ({ ...intern, organisation: null, cameBy: 'applied' })),
				tutors: [],
				signer: { position: 'Директор', name: 'Полозьев Д. И.' }
			})
	});
	const [pdf, docx] = [await download(id, 'pdf'), await download(id, 'docx')];

	expect(number).toBe('1');
	expect(readPdf(pdf.rawPayload).text).toContain('к приказу от 18 января 2027 г. № 1');
	expect((await readDocx(docx.rawPayload)).text).toContain('Полозьев Д. И.');
	expect(pdf.headers).toMatchObject({
		'content-type': 'application/pdf',
		'cache-control': 'private, no-store',
		'x-content-type-options': 'nosniff',
		'content-disposition': `attachment; filename="______ _ __________ 12-3 _ 1.pdf"; filename*=UTF-8''${encodeURIComponent('Приказ о зачислении 12-3 № 1.pdf')}`
	});
	const sha256 = createHash('sha256').update(pdf.rawPayload).digest('hex');
	expect(await (await world.as(leader)).must(getDocument, { params: { id } })).toEqual({
		...{
			id,
			kind: 'order_enrol',
			title: 'Приказ о зачислении 12/3',
			number: '1',
			dated: '2027-01-18',
			sha256
		},
		issuedAt: '2027-01-18T07:00:00.000Z',
		pdfPath: `/api/documents/${id}/file.pdf`,
		wordPath: `/api/documents/${id}/file.docx`,
		...{ order: null, replaces: null, replacedBy: null, signatures: [], can: { sign: true } }
	});
	expect((await recorded(world.db, 'document.issued', [id])).map(({ actorId }) => actorId)).toEqual([
		leader.id
	]);
});

test('numbers run apart for each issuer, kind and year', async () => {
	const numbers = [];
	for (const change of [
		{ kind: 'act' },
		{ kind: 'act' },
		{ kind: 'act', dated: '2028-01-01' },
		{ kind: 'act', place: { regionId: region.id, siteId: otherSite.id } },
		{ kind: 'act', place: { regionId: region.id } },
		{ kind: 'consent', numbered: false }
	]) {
		numbers.push((await issue(change)).number);
	}

	expect(numbers).toEqual(['1', '2', '1', '1', '1', null]);
});

test('of five issued at once each has a number of its own, without a gap', async () => {
	const given = await Promise.all(Array.from({ length: 5 }, () => issue({ kind: 'at_once' })));

	expect(given.map(({ number }) => number).toSorted()).toEqual(['1', '2', '3', '4', '5']);
});

test('a document that cannot be printed, or whose decision fails, takes no number', async () => {
	await expect(issue({ kind: 'gap', paper: note('陳') })).rejects.toMatchObject({
		problem: { code: 'document.unprintable', details: { characters: ['陳'] } }
	});
	const failed = world.db.transaction(async (tx) => {
		await issueDocument(tx, ctx, { ...plain, kind: 'gap' });
		throw new Error('decided otherwise');
	});
	await expect(failed).rejects.toThrow('decided otherwise');

	expect(await world.db.select().from(documentNumbers).where(eq(documentNumbers.kind, 'gap'))).toEqual([]);
	expect((await issue({ kind: 'gap' })).number).toBe('1');
});

const plain: Issue = {
	kind: 'order',
	title: 'Приказ',
	place: { regionId: region.id, siteId: site.id },
	dated: '2027-01-18',
	numbered: true,
	paper: note('Приказ')
};

test('R159: an annex names its order, a correction what it corrects, and both are found from there', async () => {
	const order = await issue({ kind: 'chain' });
	const annex = await issue({ kind: 'chain_annex', numbered: false, orderId: order.id });
	const correction = await issue({ kind: 'chain', replacesId: order.id });
	const listed = await listDocuments({ db: world.db, actor: ctx.actor }, { orderId: order.id });

	expect(listed.map(({ id }) => id)).toEqual([annex.id, order.id]);
	expect(listed.map((document) => [document.order?.number, document.replacedBy?.id])).toEqual([
		['1', undefined],
		[undefined, correction.id]
	]);
	const [corrected] = await listDocuments({ db: world.db, actor: ctx.actor }, { ids: [correction.id] });
	expect(corrected).toMatchObject({ number: '2', replaces: { id: order.id, number: '1' } });
});

test('R18: of two corrections of one document at once, one stands and the other is a conflict', async () => {
	const order = await issue({ kind: 'twice' });
	const answers = await Promise.allSettled([1, 2].map(() => issue({ kind: 'twice', replacesId: order.id })));

	expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({
		status: 409,
		problem: { code: 'document.changed_meanwhile' }
	});
	expect((await issue({ kind: 'twice' })).number).toBe('3');
});

test('what was issued cannot be changed or deleted, not even in the database', async () => {
	const { id } = await issue({ kind: 'kept' });
	const row = eq(documents.id, id);
	const attempts = [
		world.db.update(documents).set({ title: 'Другое' }).where(row),
		world.db
			.update(documents)
			.set({ pdf: Buffer.from('x') })
			.where(row),
		world.db.update(documents).set({ number: '9' }).where(row),
		world.db.delete(documents).where(row)
	];

	for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ cause: { code: '23001' } });
	await world.db.update(documents).set({ issuedBy: null }).where(row);
});

test('a document is there for who leads its site or keeps its region, and for nobody else', async () => {
	const { leader, coordinator, administrator, otherLeader, tutor, stranger, interns } = world;
	const ofSite = await issue({ kind: 'seen' });
	const ofRegion = await issue({ kind: 'seen', place: { regionId: region.id } });
	const seen = async (id: string) => {
		const people = [
			leader,
			coordinator,
			administrator,
			otherLeader,
			tutor,
			stranger,
			interns[0] ?? null,
			null
		];
		const answers = await Promise.all(people.map((person) => download(id, 'pdf', person)));
		return answers.map(({ statusCode }) => statusCode);
	};

	expect(await seen(ofSite.id)).toEqual([200, 200, 200, 404, 404, 404, 404, 401]);
	expect(await seen(ofRegion.id)).toEqual([404, 200, 200, 404, 404, 404, 404, 401]);
	const outsider = await world.as(otherLeader);
	expect(await outsider.call(getDocument, { params: { id: ofSite.id } })).toEqual(
		refused(404, 'document.missing')
	);
});
