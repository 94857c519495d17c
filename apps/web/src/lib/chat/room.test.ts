import type { Room } from '@stazhirovka/contract/chat';
import { EMPTY_ROOM, type Message, type Outbox } from '@stazhirovka/domain/chat';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Listener, LiveLine } from '#lib/live/line.svelte.ts';
import type { Told } from './ask.ts';
import { RoomController } from './room.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const AWAY: Told<never> = { ok: false, code: 'service.unavailable', again: true };
const found = (value: unknown): Told<unknown> => ({ ok: true, value });
const said = (seq: number, replyTo: number | null = null) =>
	({ seq, replyTo, author: { id: 'b' } }) as Message;

/** A room whose requests are answered in turn; after the last there is no network. */
function open(...answers: Told<unknown>[]) {
	const asked: string[] = [];
	const view = { ...EMPTY_ROOM, id: 'r', epoch: 'e', seq: 500, messages: [said(500)], marks: [] };
	const kept: Outbox[] = [];
	const heard: Listener[] = [];
	const listen = (listener: Listener) => {
		heard.push(listener);
		return () => undefined;
	};
	const line = { listen, send: () => false } as unknown as LiveLine;
	const controller = new RoomController(
		{ ...view, lastReadSeq: 0, firstUnreadSeq: null } as unknown as Room,
		{
			line,
			me: 'me',
			get: <T>(path: string) => {
				asked.push(path);
				return Promise.resolve((answers.shift() ?? AWAY) as Told<T>);
			},
			insist: () => Promise.resolve(AWAY),
			keep: (outbox) => kept.push(outbox),
			newId: () => 'id'
		}
	);
	return { controller, asked, kept, heard };
}

const page = (replies: number[], earlier: boolean) =>
	found({ seq: 500, root: said(1), replies: replies.map((seq) => said(seq, 1)), earlier });
const shownOf = ({ thread }: RoomController) => thread?.room.messages.map(({ seq }) => seq);

test('C6: a thread that did not come says so and is asked for again by itself', async () => {
	const { controller, asked } = open(AWAY, page([2], false));
	await controller.threads.open(1);
	expect([controller.threads.problem, controller.thread]).toEqual(['service.unavailable', null]);

	await vi.advanceTimersByTimeAsync(3_000);
	expect([controller.threads.problem, shownOf(controller), asked.length]).toEqual([null, [1, 2], 2]);
});

test('C6: a thread that may not be seen, or was closed, is not asked for again', async () => {
	const { controller, asked } = open({ ok: false, code: 'message.missing', again: false }, AWAY);
	await controller.threads.open(1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect([controller.threads.problem, asked.length]).toEqual(['message.missing', 1]);

	await controller.threads.open(2);
	controller.threads.close();
	await vi.advanceTimersByTimeAsync(10_000);
	expect([controller.threads.problem, asked.length]).toEqual([null, 2]);
});

test('C6: earlier answers of a thread are shown page by page', async () => {
	const { controller, asked } = open(page([300, 301], true), AWAY, page([200, 201], false));
	await controller.threads.open(1);
	await controller.threads.more();
	expect([controller.threads.problem, shownOf(controller)]).toEqual(['service.unavailable', [1, 300, 301]]);

	await controller.threads.more();
	expect(asked.at(-1)).toBe('/rooms/r/threads/1?before=300');
	expect([shownOf(controller), controller.thread?.earlier]).toEqual([[1, 200, 201, 300, 301], false]);
});

test('C6: a day without messages and a network that is away are told apart', async () => {
	const none = found({ seq: 500, messages: [], earlier: false, later: false });
	expect(await open(none).controller.findDay('2026-11-23')).toEqual(found(null));
	expect(await open().controller.findDay('2026-11-23')).toEqual(AWAY);

	const day = found({ seq: 500, messages: [said(7)], earlier: false, later: true });
	expect(await open(day).controller.findDay('2026-11-23')).toEqual(AWAY);
	expect(await open(day, day).controller.findDay('2026-11-23')).toEqual(found(7));
	expect(await open(none).controller.find(9)).toEqual(found(false));
});

test('C7: what waits is written down when it changes, not at every tick', async () => {
	const { controller, kept, heard } = open();
	const words = { text: 'слово', files: [], subject: null, replyTo: null, mentions: [] };
	const leave = controller.open([{ ...words, clientId: 'old', state: 'failed', code: 'message.too_soon' }]);
	heard[0]?.onopen?.(() => false);
	const before = kept.length;
	await vi.advanceTimersByTimeAsync(15_000);
	expect(kept.length).toBe(before);

	controller.drop('old');
	expect(kept.at(-1)).toEqual([]);
	leave();
});

test('C8: when the line is lost nobody is said to be here', () => {
	const { controller, heard } = open();
	const leave = controller.open([]);
	heard[0]?.onframe({ t: 'presence', roomId: 'r', present: ['b'] });
	expect(controller.company.present).toEqual(['b']);
	heard[0]?.onclose?.();
	expect(controller.company.present).toEqual([]);
	leave();
});
