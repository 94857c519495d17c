import { expect, test, vi } from 'vitest';
import type { Upload } from '#lib/uploads/uploads.svelte.ts';
import { DraftBox } from './draft.svelte.ts';
import { legible, tooMuch } from './limits.ts';
import { Sending } from './sending.svelte.ts';

const FILE = { id: 'f', name: 'a.pdf', size: 1, mime: 'application/pdf' };
const onItsWay = (state: Upload['state']) => ({ id: 'u', state }) as Upload;

/** A composer with files on their way, and what has gone from it. */
function open() {
	const sent: { text: string; files: unknown[]; mentions: string[] }[] = [];
	const uploads = { list: [] as Upload[], started: 0, start: () => Promise.resolve(void uploads.started++) };
	const kept = { read: () => Promise.resolve({ outbox: [], draft: null }), outbox: () => undefined };
	const box = new DraftBox({ ...kept, draft: () => undefined }, { replyTo: null, about: null });
	const people = Array.from({ length: 21 }, (_, n) => ({
		id: `${n}`,
		fullName: '',
		shortName: `Ким ${n + 10}`
	}));
	const room = { rest: 0 };
	const ports = {
		people: () => people,
		rest: () => room.rest,
		post: (words: (typeof sent)[0]) => sent.push(words)
	};
	const sending = new Sending({ box, uploads, ...ports });
	return { box, uploads, sending, sent, people, room };
}

test('C7: a message waits for its files and goes together with them', () => {
	const { box, uploads, sending, sent } = open();
	box.text = 'вот видео';
	uploads.list = [onItsWay('sending')];
	sending.submit();
	sending.follow();
	expect([sending.waits, sent]).toEqual(['files', []]);

	uploads.list = [];
	box.attach(FILE);
	sending.follow();
	expect([sending.waits, sent, box.empty]).toEqual([
		null,
		[{ text: 'вот видео', files: [FILE], mentions: [] }],
		true
	]);
	sending.follow();
	expect(sent).toHaveLength(1);
});

test('C7: a message whose file stands still does not go without it, and says so', () => {
	const { box, uploads, sending, sent } = open();
	box.text = 'вот видео';
	uploads.list = [onItsWay('sending')];
	sending.submit();
	uploads.list = [onItsWay('failed')];
	sending.follow();
	expect([sending.waits, sending.fault, sent]).toEqual([null, 'standing', []]);

	sending.submit();
	expect([sending.waits, sending.fault]).toEqual([null, 'standing']);
	uploads.list = [];
	sending.submit();
	expect([sending.fault, sent.length]).toEqual([null, 1]);
});

test('C7: a message that is edited while another one waits for files is not posted', () => {
	const { box, uploads, sending, sent } = open();
	uploads.list = [onItsWay('sending')];
	sending.submit();
	box.edit({ seq: 4, text: 'было', files: [] as unknown } as Parameters<DraftBox['edit']>[0]);
	uploads.list = [];
	sending.follow();
	expect([sending.waits, sent]).toEqual([null, []]);
});

test('C7: what is too much for a message stays in the box, and it is said what', () => {
	const { box, uploads, sending, sent, people } = open();
	box.text = people.map(({ shortName }) => `@${shortName}`).join(' ');
	sending.submit();
	expect(sending.fault).toBe('called');

	box.text = 'слово';
	box.files = Array.from({ length: 9 }, (_, n) => ({ ...FILE, id: `${n}` }));
	sending.attach([new File([], 'a'), new File([], 'b')]);
	expect([sending.fault, uploads.started]).toEqual(['files', 1]);
	box.files = Array.from({ length: 11 }, (_, n) => ({ ...FILE, id: `${n}` }));
	sending.submit();
	expect([sending.fault, sent]).toEqual(['files', []]);

	expect(tooMuch({ text: 'а'.repeat(8001), files: 0, mentions: 0 })).toBe('long');
	expect(tooMuch({ text: 'а'.repeat(8000), files: 10, mentions: 20 })).toBeNull();
});

test('C7: no file is taken while a message is edited, and it is said why', () => {
	const { box, uploads, sending } = open();
	box.edit({ seq: 4, text: 'было', files: [] as unknown } as Parameters<DraftBox['edit']>[0]);
	sending.attach([]);
	expect(sending.fault).toBeNull();
	sending.attach([new File([], 'a')]);
	expect([sending.fault, uploads.started]).toEqual(['editing', 0]);
});

test('C7: signs of Word that cannot be sent are broken lines or nothing', () => {
	const { box, sending, sent } = open();
	box.text = 'строка\u000bстрока\u0007\ud800';
	sending.submit();
	expect(sent[0]?.text).toBe('строка\nстрока\ufffd');
	expect(legible('таб\tи\nстрока')).toBe('таб\tи\nстрока');
});

test('in slow mode a message waits for the pause and goes by itself, unless one would rather not', () => {
	vi.useFakeTimers();
	try {
		const { box, sending, sent, room } = open();
		box.text = 'ещё одно';
		room.rest = 5_000;
		sending.submit();
		expect([sending.waits, sent, box.text]).toEqual(['pause', [], 'ещё одно']);
		sending.stay();
		vi.advanceTimersByTime(6_000);
		expect([sending.waits, sent]).toEqual([null, []]);

		sending.submit();
		sending.follow();
		expect(sent).toEqual([]);
		room.rest = 0;
		vi.advanceTimersByTime(5_000);
		expect([sending.waits, sent.map(({ text }) => text), box.empty]).toEqual([null, ['ещё одно'], true]);

		room.rest = 60_000;
		box.text = 'пауза снята';
		sending.submit();
		room.rest = 0;
		sending.follow();
		expect([sending.waits, sent.length]).toEqual([null, 2]);
	} finally {
		vi.useRealTimers();
	}
});

test('what is too long is told while it is, and nothing of it is cut', () => {
	const { box, sending, sent } = open();
	box.text = 'я'.repeat(8_001);
	sending.typed();
	sending.submit();
	expect([sending.fault, sent, box.text.length]).toEqual(['long', [], 8_001]);
	box.text = 'я'.repeat(8_000);
	sending.typed();
	expect(sending.fault).toBeNull();
});
