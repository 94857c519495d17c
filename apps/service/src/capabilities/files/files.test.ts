import * as chat from '@stazhirovka/contract/chat';
import * as contract from '@stazhirovka/contract/files';
import { files } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGroup, type Group } from '../../testing/group.ts';
import type { TestPerson } from '../../testing/person.ts';
import { refused } from '../../testing/refused.ts';
import { MACRO, SAMPLES, zip } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';

let group: Group;
let intern: TestPerson;
let enrolmentId: string;
let roomId: string;

beforeAll(async () => {
	group = await openGroup();
	intern = group.interns[0]!;
	enrolmentId = group.threads[0]!.enrolment.id;
	roomId = group.threads[0]!.roomId;
});
afterAll(() => group.close());

const { upload, kept, download, mayRead } = uploadsOf(() => group);

const left = async () => [
	await readdir(join(group.deps.filesDir, 'incoming')),
	(await group.db.select().from(files).where(eq(files.ownerId, intern.id))).length
];

test.each(Object.keys(SAMPLES))(
	'a %s is kept under its content and given back byte for byte',
	async (extension) => {
		const bytes = SAMPLES[extension]!;
		const file = await kept(intern, `enrolmentId=${enrolmentId}`, `Работа.${extension}`, bytes);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const given = await download(intern, file.id);

		expect(file).toMatchObject({ name: `Работа.${extension}`, size: bytes.length });
		expect(await readFile(join(group.deps.filesDir, sha256.slice(0, 2), sha256))).toEqual(bytes);
		expect(given.rawPayload).toEqual(bytes);
		expect(given.headers).toMatchObject({
			'content-type': file.mime,
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename="______.${extension}"; filename*=UTF-8''%D0%A0%D0%B0%D0%B1%D0%BE%D1%82%D0%B0.${extension}`,
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'"
		});
	}
);

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

test.each([
	['a program', 'игра.exe', Buffer.from('MZ')],
	['a drawing with a script', 'рисунок.svg', SVG],
	['a page called a picture', 'рисунок.png', Buffer.from('<html><script>alert(1)</script></html>')],
	['a page called a PDF', 'отчёт.pdf', Buffer.from('<!doctype html><p>')],
	['a document with a macro', 'отчёт.docx', MACRO],
	['an archive called a document', 'отчёт.docx', zip({ '../../x.txt': 'x' })],
	['a sheet called a document', 'отчёт.docx', SAMPLES.xlsx!],
	['bytes called text', 'заметки.txt', Buffer.from([65, 0, 66])],
	['a picture called text', 'заметки.txt', SAMPLES.png!],
	['a name turned round', 'фото\u202egpj.exe', SAMPLES.jpg!],
	['no extension', 'отчёт', SAMPLES.pdf!]
])('%s is refused and leaves nothing behind', async (_, name, bytes) => {
	const before = await left();
	const answer = await upload(intern, `enrolmentId=${enrolmentId}`, name, bytes);

	expect([answer.status, answer.body.code]).toEqual([415, 'file.kind_not_allowed']);
	expect(await left()).toEqual(before);
});

test('an empty file and one over 50 megabytes are refused and leave nothing behind', async () => {
	const before = await left();
	const empty = await upload(intern, `enrolmentId=${enrolmentId}`, 'пусто.txt', new Uint8Array());
	const large = await upload(intern, `enrolmentId=${enrolmentId}`, 'книга.txt', Buffer.alloc(52_428_801, 65));
	const largest = await upload(
		intern,
		`enrolmentId=${enrolmentId}`,
		'книга.txt',
		Buffer.alloc(52_428_800, 65)
	);

	expect([empty.status, empty.body.code]).toEqual([422, 'file.empty']);
	expect([large.status, large.body.code]).toEqual([413, 'file.too_large']);
	expect([largest.status, largest.body.size]).toEqual([200, 52_428_800]);
	expect(await left()).toEqual([before[0], Number(before[1]) + 1]);
});

test('a request that is not a form, and a form without a file, are refused', async () => {
	const visitor = await group.as(intern);
	const json = await visitor.inject({ method: 'POST', url: '/api/files', payload: {} });
	const payload = new FormData();
	payload.append('note', 'x');
	const bare = await visitor.inject({ method: 'POST', url: '/api/files', payload });

	expect([json.statusCode, json.json().code]).toEqual([415, 'request.media_type']);
	expect([bare.statusCode, bare.json().code]).toEqual([422, 'file.absent']);
});

test('the same bytes are kept once, under each name that they were given', async () => {
	const one = await kept(intern, `enrolmentId=${enrolmentId}`, 'первый.pdf', SAMPLES.pdf!);
	const two = await kept(group.tutor, `roomId=${roomId}`, 'второй.pdf', SAMPLES.pdf!);
	const sha256 = createHash('sha256').update(SAMPLES.pdf!).digest('hex');

	expect([one.name, two.name]).toEqual(['первый.pdf', 'второй.pdf']);
	expect((await stat(join(group.deps.filesDir, sha256.slice(0, 2), sha256))).nlink).toBe(1);
});

test('R105 a file of a room is read by its members; only its owner may hang it on a message there', async () => {
	const { tutor, interns, stranger } = group;
	const { id } = await kept(intern, `roomId=${roomId}`, 'вложение.pdf', SAMPLES.pdf!);
	const elsewhere = await kept(intern, `enrolmentId=${enrolmentId}`, 'не отсюда.pdf', SAMPLES.pdf!);
	const post = async (person: TestPerson, fileIds: string[]) =>
		(await group.as(person)).call(chat.postMessage, {
			params: { id: roomId },
			body: { clientId: randomUUID(), text: '', fileIds }
		});

	expect(await mayRead(id, [intern, tutor, interns[1]!, stranger])).toEqual([200, 404, 404, 404]);
	expect((await upload(stranger, `roomId=${roomId}`, 'x.pdf', SAMPLES.pdf!)).status).toBe(404);
	expect(await post(tutor, [id])).toEqual(refused(422, 'message.file_unknown', { id }));
	expect(await post(intern, [elsewhere.id])).toEqual(
		refused(422, 'message.file_unknown', { id: elsewhere.id })
	);

	expect(await post(intern, [id, id])).toMatchObject({ ok: true });
	expect(await mayRead(id, [intern, tutor, interns[1]!, stranger])).toEqual([200, 200, 404, 404]);
	const room = await (await group.as(tutor)).must(chat.getRoom, { params: { id: roomId } });
	expect(room.messages.at(-1)?.files).toEqual([
		{ id, name: 'вложение.pdf', size: SAMPLES.pdf!.length, mime: 'application/pdf' }
	]);
	const listed = await (await group.as(tutor)).must(chat.listRooms, {});
	expect(listed.find((summary) => summary.id === roomId)?.lastText).toBe('вложение.pdf');
});

test('descriptions come in the order asked, only of files that I may read', async () => {
	const one = await kept(intern, `enrolmentId=${enrolmentId}`, 'один.pdf', SAMPLES.pdf!);
	const two = await kept(intern, `roomId=${roomId}`, 'два.txt', SAMPLES.txt!);
	const ids = [two.id, 'нечто', randomUUID(), one.id].join(',');
	const asked = async (person: TestPerson) =>
		(await group.as(person)).must(contract.describeFiles, { querystring: { ids } });

	expect(await asked(intern)).toEqual([two, one]);
	expect(await asked(group.interns[2]!)).toEqual([]);
});

test('a file that hangs nowhere is its owner’s alone', async () => {
	const { id } = await kept(intern, '', 'своё.pdf', SAMPLES.pdf!);
	expect(await mayRead(id, [intern, group.tutor])).toEqual([200, 404]);
	const both = await upload(intern, `enrolmentId=${enrolmentId}&roomId=${roomId}`, 'двум.pdf', SAMPLES.pdf!);
	expect([both.status, both.body.code]).toEqual([422, 'file.two_places']);
});
