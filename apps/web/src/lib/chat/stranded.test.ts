import type { Outbox, Pending } from '@stazhirovka/domain/chat';
import { expect, test } from 'vitest';
import type { Told } from './ask.ts';
import { Stranded } from './stranded.svelte.ts';

const typed = (clientId: string) => ({ clientId, text: clientId, state: 'sending' }) as Pending;

function open(answers: Record<string, Told<unknown>>) {
	const kept: Record<string, Outbox> = { a: [typed('1'), typed('2')], b: [typed('3')], c: [typed('4')] };
	const stranded = new Stranded({
		get: (path) => Promise.resolve(answers[path] ?? { ok: true, value: {} }),
		kept: (room) => ({
			read: () => Promise.resolve({ outbox: kept[room] ?? [], draft: null }),
			outbox: (outbox) => void (kept[room] = outbox)
		})
	});
	return { stranded, kept };
}

test('C7: what was written in a room that is not open any more is shown, and goes when the person says so', async () => {
	const { stranded, kept } = open({
		'/rooms/a': { ok: false, code: 'room.missing', again: false },
		'/rooms/b': { ok: false, code: 'service.unavailable', again: true }
	});
	await stranded.look(['a', 'b', 'c']);
	const ids = () => stranded.list.map(({ pending }) => pending.clientId);
	expect(ids()).toEqual(['1', '2']);

	for (const left of stranded.list.slice(0, 1)) await stranded.drop(left);
	expect([ids(), kept.a, kept.b?.length]).toEqual([['2'], [typed('2')], 1]);
});
