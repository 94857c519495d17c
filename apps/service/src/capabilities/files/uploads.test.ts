import { files, uploads } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openGroup, type Group } from '../../testing/group.ts';
import type { TestPerson } from '../../testing/person.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { tidyUploads } from './index.ts';

let group: Group;
let intern: TestPerson;
let roomId: string;

beforeAll(async () => {
	group = await openGroup();
	intern = group.interns[0]!;
	roomId = group.threads[0]!.roomId;
});
afterAll(() => group.close());

const { download } = uploadsOf(() => group);
const ANYWHERE = Buffer.from('слово '.repeat(2_000));

type Method = 'POST' | 'HEAD' | 'PATCH' | 'DELETE';

async function ask(
	person: TestPerson,
	method: Method,
	path: string,
	head: Record<string, string> = {},
	payload?: Buffer
) {
	const url = `/api/uploads${path}`;
	const headers = { 'tus-resumable': '1.0.0', ...head };
	return (await group.as(person)).inject({ method, url, headers, ...(payload && { payload }) });
}

function announce(person: TestPerson, name: string, size: number, place = `roomId=${roomId}`) {
	const metadata = `filename ${Buffer.from(name).toString('base64')}`;
	return ask(person, 'POST', `?${place}`, { 'upload-length': String(size), 'upload-metadata': metadata });
}

async function begun(name: string, size: number): Promise<string> {
	const { statusCode, headers } = await announce(intern, name, size);
	expect([statusCode, headers['tus-resumable']]).toEqual([201, '1.0.0']);
	return String(headers.location).replace('/api/uploads', '');
}

function send(path: string, from: number, bytes: Buffer, person = intern) {
	const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
	return ask(person, 'PATCH', path, headers, bytes);
}

/** A request over a real line that announces more than it sends. */
async function cutShort(path: string, bytes: Buffer) {
	const { host } = new URL(group.deps.origin);
	const { port } = group.app.server.address() as AddressInfo;
	const headers = {
		...{ host, origin: group.deps.origin, cookie: await group.cookie(intern) },
		...{
			'content-type': 'application/offset+octet-stream',
			'content-length': ANYWHERE.length,
			'upload-offset': 0
		}
	};
	const sending = request({ host: '127.0.0.1', port, method: 'PATCH', path: `/api/uploads${path}`, headers });
	sending.on('error', () => undefined);
	sending.write(bytes);
	return sending;
}

const offsetOf = async (path: string) => (await ask(intern, 'HEAD', path)).headers['upload-offset'];
const rows = () => group.db.select().from(uploads).where(eq(uploads.ownerId, intern.id));
const kept = () => group.db.select().from(files).where(eq(files.ownerId, intern.id));
const incoming = () => readdir(join(group.deps.filesDir, 'incoming'));

test('a file that comes in pieces is kept whole, and the last question asked twice gives one file', async () => {
	const path = await begun('Урок.txt', ANYWHERE.length);
	const first = await send(path, 0, ANYWHERE.subarray(0, 5_000));
	expect([first.statusCode, first.headers['upload-offset'], first.body]).toEqual([204, '5000', '']);
	expect(await offsetOf(path)).toBe('5000');
	await send(path, 5_000, ANYWHERE.subarray(5_000));

	const [one, two] = await Promise.all([1, 2].map(() => ask(intern, 'POST', `${path}/completion`)));
	const again = await ask(intern, 'POST', `${path}/completion`);
	expect([one!.statusCode, one!.json()]).toEqual([
		200,
		{ id: expect.any(String), name: 'Урок.txt', size: ANYWHERE.length, mime: 'text/plain; charset=utf-8' }
	]);
	expect([two!.json(), again.json()]).toEqual([one!.json(), one!.json()]);
	expect((await kept()).map(({ id }) => id)).toEqual([one!.json().id]);
	expect((await download(intern, one!.json().id)).rawPayload).toEqual(ANYWHERE);
	expect(await incoming()).toEqual([]);
});

test('what came of a piece that was cut stays, and the rest goes on from there', async () => {
	const path = await begun('Урок.txt', ANYWHERE.length);
	const cut = await cutShort(path, ANYWHERE.subarray(0, 3_000));
	await vi.waitFor(async () => expect(await offsetOf(path)).toBe('3000'));
	cut.destroy();
	const offset = 3_000;

	const wrong = await send(path, 0, ANYWHERE);
	expect([wrong.statusCode, wrong.json()]).toMatchObject([409, { details: { offset } }]);
	const early = await ask(intern, 'POST', `${path}/completion`);
	expect([early.statusCode, early.json().code]).toEqual([409, 'upload.changed_meanwhile']);

	await send(path, offset, ANYWHERE.subarray(offset));
	const { id } = (await ask(intern, 'POST', `${path}/completion`)).json();
	const sha256 = createHash('sha256').update(ANYWHERE).digest('hex');
	expect((await kept()).find((file) => file.id === id)?.sha256).toBe(sha256);
	expect(await readFile(join(group.deps.filesDir, sha256.slice(0, 2), sha256))).toEqual(ANYWHERE);
});

test('what will not be taken is refused before a byte travels, and leaves nothing', async () => {
	const before = [await rows(), await incoming()];
	const answers = await Promise.all([
		announce(intern, 'игра.exe', 5),
		announce(intern, 'пусто.txt', 0),
		announce(intern, 'книга.txt', 52_428_801),
		announce(group.stranger, 'чужое.txt', 5),
		announce(intern, 'двум.txt', 5, `roomId=${roomId}&siteId=${randomUUID()}`),
		ask(intern, 'POST', `?roomId=${roomId}`, { 'upload-length': '-1' }),
		ask(intern, 'POST', `?roomId=${roomId}`, { 'tus-resumable': '0.2.2', 'upload-length': '5' })
	]);
	expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
		[415, 'file.kind_not_allowed'],
		[422, 'file.empty'],
		[413, 'file.too_large'],
		[404, 'room.missing'],
		[422, 'file.two_places'],
		[400, 'request.malformed'],
		[412, 'upload.other_version']
	]);
	expect([await rows(), await incoming()]).toEqual(before);
});

test('content that is not what the name says is refused at the end, and is gone', async () => {
	const before = [await rows(), await kept(), await incoming()];
	const page = Buffer.from('<!doctype html><script>alert(1)</script>');
	const path = await begun('рисунок.png', page.length);
	await send(path, 0, page);
	const answer = await ask(intern, 'POST', `${path}/completion`);

	expect([answer.statusCode, answer.json().code]).toEqual([415, 'file.kind_not_allowed']);
	expect([await rows(), await kept(), await incoming()]).toEqual(before);
	expect((await ask(intern, 'HEAD', path)).statusCode).toBe(404);
});

test('more than was announced is refused, and the upload is gone', async () => {
	const path = await begun('урок.txt', 10);
	const answer = await send(path, 0, ANYWHERE);
	expect([answer.statusCode, answer.json().code]).toEqual([413, 'file.too_large']);
	expect((await ask(intern, 'HEAD', path)).statusCode).toBe(404);
	expect(await incoming()).toEqual([]);
});

test('on a full disk the sender is told so, and neither bytes nor a row are left', async () => {
	const path = await begun('урок.txt', ANYWHERE.length);
	const part = join(group.deps.filesDir, 'incoming', path);
	await rm(part);
	await symlink('/dev/full', part);
	const answer = await send(path, 0, ANYWHERE);

	expect([answer.statusCode, answer.json().code]).toEqual([507, 'file.no_space']);
	expect((await ask(intern, 'HEAD', path)).statusCode).toBe(404);
	expect([await incoming(), (await rows()).some(({ id }) => path === `/${id}`)]).toEqual([[], false]);
});

test('R167 somebody else’s upload is answered like one that never was', async () => {
	const path = await begun('урок.pdf', SAMPLES.pdf!.length);
	const other = group.interns[1]!;
	for (const at of [path, `/${randomUUID()}`]) {
		const answers = [
			await ask(other, 'HEAD', at),
			await send(at, 0, SAMPLES.pdf!, other),
			await ask(other, 'POST', `${at}/completion`),
			await ask(other, 'DELETE', at)
		];
		expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
	}
	expect(await offsetOf(path)).toBe('0');
	expect((await ask(intern, 'DELETE', path)).statusCode).toBe(204);
	expect([(await ask(intern, 'HEAD', path)).statusCode, await incoming()]).toEqual([404, []]);
});

test('what nobody goes on with for a day is swept; what is younger stays', async () => {
	const [old, young] = [await begun('старое.txt', 100), await begun('новое.txt', 100)];
	const yesterday = new Date(Date.now() - 25 * 3_600_000);
	await group.db
		.update(uploads)
		.set({ touchedAt: yesterday })
		.where(eq(uploads.id, old.slice(1)));
	await tidyUploads({ ...group.deps, now: () => new Date() });

	expect([(await ask(intern, 'HEAD', old)).statusCode, await offsetOf(young)]).toEqual([404, '0']);
	expect(await incoming()).toEqual([young.slice(1)]);
});
