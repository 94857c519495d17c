import type { Pending } from '@stazhirovka/domain/chat';
import type { UseStore } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptOf } from './kept.ts';

beforeEach(() => {
	vi.stubGlobal('document', new EventTarget());
	vi.stubGlobal('window', new EventTarget());
});
afterEach(() => void vi.unstubAllGlobals());

/** As much of a browser's store as is asked for here, and how often something was written. */
function browser() {
	const records = new Map<string, [key: unknown, value: unknown]>();
	const world = { writes: 0 };
	const answer = (result?: unknown) => {
		const request = { result, onsuccess: () => undefined };
		queueMicrotask(() => request.onsuccess());
		return request;
	};
	const store = {
		getAllKeys: () => answer([...records.values()].map(([key]) => key)),
		getAll: () => answer([...records.values()].map(([, value]) => value)),
		put(value: unknown, key: unknown) {
			world.writes += 1;
			records.set(JSON.stringify(key), [key, value]);
		},
		delete: (key: unknown) => void records.delete(JSON.stringify(key)),
		get transaction() {
			return answer();
		}
	};
	const use = ((_, work) => Promise.resolve(work(store as unknown as IDBObjectStore))) as UseStore;
	return { open: () => keptOf<string>('me', 'r', use), world };
}

const typed = (clientId: string, text: string, state: Pending['state'] = 'failed') =>
	({ clientId, text, state }) as Pending;

test('C7: what was read is not written again before it changes', async () => {
	const { open, world } = browser();
	open().outbox([typed('a', 'слово')]);
	const kept = open();
	const { outbox } = await kept.read();
	kept.outbox(outbox);
	expect([outbox.length, world.writes]).toEqual([1, 1]);

	kept.outbox([typed('a', 'слово', 'sending')]);
	expect(world.writes).toBe(2);
});

test('C7: what one window takes back another one hears of, and does not bring it back', async () => {
	const { open } = browser();
	const [one, other] = [open(), open()];
	one.outbox([typed('a', 'старое')]);
	const waiting = [...(await other.read()).outbox];
	const gone: string[] = [];
	const ends = [
		one.follow({ gone: () => undefined, left: () => undefined }),
		other.follow({ gone: (ids) => gone.push(...ids), left: () => undefined })
	];

	one.outbox([]);
	await expect.poll(() => gone).toEqual(['a']);
	other.outbox(waiting.filter(({ clientId }) => !gone.includes(clientId)));
	expect((await open().read()).outbox).toEqual([]);
	ends.forEach((end) => end());
});

test('C7: what a window leaves unsent when it is closed is there for the one that stays', async () => {
	const { open } = browser();
	const [one, other] = [open(), open()];
	await one.read();
	let found: string[] = [];
	const stays = one.follow({
		gone: () => undefined,
		left: () => void one.read().then(({ outbox }) => (found = outbox.map(({ text }) => text)))
	});
	const closed = other.follow({ gone: () => undefined, left: () => undefined });
	other.outbox([typed('b', 'написано там', 'sending')]);
	window.dispatchEvent(new Event('pagehide'));

	await expect.poll(() => found).toEqual(['написано там']);
	stays();
	closed();
});
