import type { FileInfo } from '@stazhirovka/contract/files';
import { expect, test } from 'vitest';
import type { KeptUpload, UploadStore } from './kept.ts';
import type { Ask, Asked } from './line.ts';
import { Uploads } from './uploads.svelte.ts';

const MEGABYTE = 1_048_576;
const BYTES = new Uint8Array(2.5 * MEGABYTE).map((_, n) => n % 251);
const file = () => new File([BYTES], 'Видео урока.mp4');
const INFO: FileInfo = { id: 'f', name: 'Видео урока.mp4', size: BYTES.length, mime: 'video/mp4' };

type Fault = (asked: Asked, nth: number) => 'cut' | 'unheard' | { status: number; code?: string } | undefined;

/** The service as far as it matters here; `fault` spoils the nth request. `cut`: half of the body came. */
function service(fault: Fault = () => undefined) {
	let parts: Record<string, Uint8Array<ArrayBuffer>> = {};
	const asked: string[] = [];
	const answer = (status: number, head: Record<string, string> = {}, body: unknown = '') => ({
		status,
		head: (name: string) => head[name] ?? null,
		body: JSON.stringify(body)
	});

	const ask: Ask = async (request) => {
		const { method, url, head = {}, body, signal } = request;
		const nth = asked.push(`${method} ${url}`);
		const spoilt = fault(request, nth);
		if (typeof spoilt === 'object') return answer(spoilt.status, {}, { code: spoilt.code });
		if (signal?.aborted) throw new Error('stopped');
		const bytes = new Uint8Array((await body?.arrayBuffer()) ?? []);
		const came = spoilt === 'cut' ? bytes.slice(0, bytes.length / 2) : bytes;
		const told = take(method, url, Number(head['upload-offset']), came);
		if (spoilt) throw new Error('no answer');
		return told;
	};
	function take(method: string, url: string, offset: number, bytes: Uint8Array<ArrayBuffer>) {
		if (method === 'POST' && !url.endsWith('/completion')) {
			const address = `/api/uploads/${Object.keys(parts).length + 1}`;
			parts[address] = new Uint8Array();
			return answer(201, { location: address });
		}
		const address = url.replace('/completion', '');
		const part = parts[address];
		if (!part) return answer(404);
		if (method === 'DELETE') return answer(204);
		if (url !== address) return part.length < BYTES.length ? answer(409) : answer(200, {}, INFO);
		if (method === 'PATCH') {
			if (offset !== part.length) return answer(409);
			parts[address] = new Uint8Array([...part, ...bytes]);
		}
		return answer(method === 'PATCH' ? 204 : 200, { 'upload-offset': String(parts[address]?.length) });
	}
	return { ask, asked, parts: () => parts, forget: () => (parts = {}) };
}

function memory(): UploadStore & { kept: Map<string, KeptUpload> } {
	const kept = new Map<string, KeptUpload>();
	return {
		kept,
		all: () => Promise.resolve([...kept.values()]),
		put: (upload) => kept.set(upload.id, upload),
		drop: (id) => kept.delete(id)
	};
}

function carried({ ask }: Pick<ReturnType<typeof service>, 'ask'>, store = memory()) {
	const stored: FileInfo[] = [];
	const uploads = new Uploads({
		place: () => '/api/uploads?roomId=r',
		kept: store,
		stored: (info) => stored.push(info),
		ask,
		wait: () => Promise.resolve()
	});
	return { uploads, stored, store };
}

test('a file goes in pieces of a megabyte, and is not kept here any longer than needed', async () => {
	const there = service();
	const { uploads, stored, store } = carried(there);
	await uploads.start(file());

	expect(there.asked).toEqual([
		'POST /api/uploads?roomId=r',
		...Array<string>(3).fill('PATCH /api/uploads/1'),
		'POST /api/uploads/1/completion'
	]);
	expect(there.parts()['/api/uploads/1']).toEqual(BYTES);
	expect([stored, uploads.list, store.kept.size]).toEqual([[INFO], [], 0]);
});

test.each([
	['a piece of which half came', 3, 'cut'],
	['a piece whose answer was lost', 3, 'unheard'],
	['a beginning whose answer was lost', 1, 'unheard'],
	['an end whose answer was lost', 5, 'unheard'],
	['a service that is away', 2, { status: 503 }],
	['a piece that broke off inside the service', 2, { status: 400, code: 'file.interrupted' }]
] as const)('after %s it asks how far it has come and goes on from there', async (_, at, how) => {
	const there = service((__, nth) => (nth === at ? how : undefined));
	const { uploads, stored } = carried(there);
	await uploads.start(file());

	expect(Object.values(there.parts()).at(-1)).toEqual(BYTES);
	expect([stored, uploads.list]).toEqual([[INFO], []]);
	expect(there.asked.filter((one) => one.startsWith('HEAD'))).toHaveLength(at === 1 ? 0 : 1);
});

test.each([
	[{ status: 415, code: 'file.kind_not_allowed' }, 'file.kind_not_allowed', 0],
	[{ status: 413, code: 'file.too_large' }, 'file.too_large', 0],
	[{ status: 507, code: 'file.no_space' }, 'file.no_space', 0],
	[{ status: 429, code: 'file.too_many' }, null, 1]
])(
	'a file refused with %j says why, once, and only what may be taken later is kept',
	async (how, code, left) => {
		const there = service((_, nth) => (nth === 1 ? how : undefined));
		const { uploads, stored, store } = carried(there);
		await uploads.start(file());

		expect(uploads.list.map((upload) => [upload.state, upload.code])).toEqual([['failed', code]]);
		expect([there.asked.length, stored, store.kept.size]).toEqual([1, [], left]);
		uploads.cancel(uploads.list[0]!.id);
		expect([uploads.list, store.kept.size]).toEqual([[], 0]);
	}
);

test('a paused file stands still, and goes on without sending anything twice', async () => {
	const there = service((_, nth) => {
		if (nth === 3) uploads.pause(uploads.list[0]!.id);
		return undefined;
	});
	const { uploads, stored } = carried(there);
	await uploads.start(file());
	const { id, state, percent } = uploads.list[0]!;
	expect([state, percent, there.asked.length]).toEqual(['paused', 40, 3]);

	uploads.resume(id);
	await expect.poll(() => stored).toEqual([INFO]);
	expect(there.asked.slice(3)).toEqual([
		'HEAD /api/uploads/1',
		...Array<string>(2).fill('PATCH /api/uploads/1'),
		'POST /api/uploads/1/completion'
	]);
});

test('what an earlier visit left goes on from where it was; one that the service has forgotten begins anew', async () => {
	for (const forgotten of [false, true]) {
		const there = service((_, nth) => {
			if (nth === 3) leave();
			return undefined;
		});
		const { uploads: first, store } = carried(there);
		const leave = first.open();
		await first.start(file());
		expect([store.kept.size, there.asked.length]).toEqual([1, 3]);
		if (forgotten) there.forget();

		const { uploads, stored } = carried(there, store);
		uploads.open();
		await expect.poll(() => stored).toEqual([INFO]);
		expect(Object.values(there.parts()).at(-1)).toEqual(BYTES);
	}
});

test('a file that is given up is given up at the service too', async () => {
	const there = service((_, nth) => {
		if (nth === 3) uploads.cancel(uploads.list[0]!.id);
		return undefined;
	});
	const { uploads, stored, store } = carried(there);
	await uploads.start(file());

	expect(there.asked.at(-1)).toBe('DELETE /api/uploads/1');
	expect([uploads.list, stored, store.kept.size]).toEqual([[], [], 0]);
});

test('C7: what one window carries another one neither shows nor forgets', async () => {
	const { uploads: first, store } = carried({ ask: () => new Promise(() => undefined) });
	void first.start(file());
	await expect.poll(() => store.kept.size).toBe(1);

	const { uploads: second } = carried(service(), store);
	second.open();
	await expect.poll(() => second.list.length).toBe(1);
	await expect.poll(() => second.list.length).toBe(0);
	expect([first.list.length, store.kept.size]).toEqual([1, 1]);
	for (const { id } of first.list) first.cancel(id);
});
