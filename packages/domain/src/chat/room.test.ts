import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLog, fromTables, page } from './example-log.ts';
import {
	apply,
	applyAll,
	EMPTY_ROOM,
	freshMessage,
	recovered,
	silenceOf,
	unread,
	type ChatEvent,
	type Message,
	type Room
} from './index.ts';

const at = '2027-02-01T09:00:00.000Z';
const aglaya = { id: 'a', fullName: 'Вереснёва Аглая Тихоновна', shortName: 'Вереснёва А. Т.' };
const demyan = { id: 'd', fullName: 'Полозьев Демьян Игнатович', shortName: 'Полозьев Д. И.' };
const by = (seq: number, author = aglaya) => ({ seq, clientId: `c${seq}`, author, at });

function posted(seq: number, author = aglaya, change: Partial<Message> = {}) {
	const { text = `слово ${seq}`, replyTo = null } = change;
	const nothing = { files: [], subject: null, card: null, mentions: [] };
	return { type: 'message.posted' as const, ...by(seq, author), ...nothing, text, replyTo };
}

function message(seq: number, change: Partial<Message> = {}): Message {
	const { type: _, ...rest } = posted(seq);
	return { ...freshMessage(rest), ...change };
}

test('C6: the next event is applied, an old one changes nothing, a later one is a gap', () => {
	const room = after([posted(1), posted(2)]);

	expect(room).toEqual({ ...EMPTY_ROOM, seq: 2, messages: [message(1), message(2)] });
	expect(apply(room, posted(2, demyan, { text: 'другое' }))).toBe(room);
	expect(apply(room, posted(4))).toBe('gap');
	expect(applyAll(room, [posted(3), posted(5)])).toBe('gap');
});

test('C4: all that happens to messages is in the same sequence', () => {
	const remark = { id: 'r', submissionId: 's', version: 2, title: 'Дневник' };
	const room = after([
		posted(1),
		posted(2),
		posted(3, demyan, { replyTo: 1 }),
		{ type: 'message.edited', ...by(4), message: 1, text: 'исправлено', mentions: ['d'] },
		{ type: 'reaction.added', ...by(5), message: 1, name: 'heart' },
		{ type: 'reaction.added', ...by(6, demyan), message: 1, name: 'thumbs_up' },
		{ type: 'reaction.added', ...by(7, demyan), message: 1, name: 'heart' },
		{ type: 'reaction.removed', ...by(8), message: 1, name: 'heart' },
		{ type: 'message.pinned', ...by(9), message: 2 },
		{ type: 'message.pinned', ...by(10), message: 1 },
		{ type: 'message.removed', ...by(11, demyan), message: 2, by: 'moderator', reason: 'реклама' },
		{ type: 'remark.linked', ...by(12, demyan), message: 1, remark }
	]);

	const first = {
		text: 'исправлено',
		mentions: ['d'],
		editedAt: at,
		reactions: [
			{ name: 'thumbs_up', by: ['d'] },
			{ name: 'heart', by: ['d'] }
		],
		replies: { count: 1, last: 3 },
		remarks: [remark]
	} as const;
	const second = { text: '', removedAt: at, removal: { by: 'moderator', reason: 'реклама' } } as const;
	expect(room.messages[0]).toEqual(message(1, first as unknown as Partial<Message>));
	expect(room.messages[1]).toEqual(message(2, second));
	expect([room.pinned, room.messages[2]?.replyTo]).toEqual([[1], 1]);
});

test('C4: people, closing and slow mode are in the same sequence; people stand in the order of their names', () => {
	const room = after([
		{ type: 'member.joined', ...by(1, demyan), member: demyan },
		{ type: 'member.joined', ...by(2), member: aglaya },
		{ type: 'member.joined', ...by(3), member: aglaya },
		{ type: 'room.slowed', ...by(4), seconds: 30 },
		{ type: 'room.closed', ...by(5), reason: 'Конференция окончена' }
	]);
	const silence = { until: '2027-02-01T10:00:00.000Z', reason: 'брань' };
	const quiet = apply(room, { type: 'member.silenced', ...by(6), personId: demyan.id, ...silence }) as Room;
	const left = apply(quiet, { type: 'member.left', ...by(7, demyan), member: demyan });
	const open = apply(room, { type: 'room.reopened', ...by(6) });
	const alone = applyAll(room, [
		{ type: 'room.reopened', ...by(6) },
		{ type: 'member.left', ...by(7, demyan), member: demyan }
	]);

	expect(room).toEqual({
		...EMPTY_ROOM,
		seq: 5,
		members: [aglaya, demyan],
		closed: { reason: 'Конференция окончена', at },
		slowSeconds: 30
	});
	expect(quiet.silences).toEqual({ [demyan.id]: silence });
	const until = (clock: string) => silenceOf(quiet, demyan.id, Date.parse(`2027-02-01T${clock}Z`));
	expect([until('09:59:59'), until('10:00:00')]).toEqual([silence, null]);
	expect(apply(quiet, { type: 'member.unsilenced', ...by(7), personId: demyan.id })).toMatchObject({
		silences: {}
	});
	expect((left as Room).silences).toEqual({ [demyan.id]: silence });
	expect(open).toMatchObject({ closed: null });
	expect(alone).toMatchObject({ members: [aglaya] });
});

test('C6: a removed message stays removed, and what is not on the page moves the sequence only', () => {
	const gone = { message: 1, by: 'author', reason: null } as const;
	const room = after([posted(1), { type: 'message.removed', ...by(2), ...gone }]);
	const edited = apply(room, { type: 'message.edited', ...by(3), message: 1, text: 'назад', mentions: [] });
	const elsewhere = apply(room, { type: 'message.removed', ...by(3), ...gone, message: 99 });

	expect(edited).toEqual({ ...room, seq: 3 });
	expect(elsewhere).toEqual({ ...room, seq: 3 });
});

test('C6: applying leaves the old room as it was', () => {
	const room = Object.freeze({ ...EMPTY_ROOM, messages: Object.freeze([]) as unknown as Message[] });
	expect(apply(room, posted(1))).toEqual({ ...EMPTY_ROOM, seq: 1, messages: [message(1)] });
	expect(room.messages).toEqual([]);
});

test('C6: while later messages are not loaded, a new one stays outside and still counts on its root', () => {
	const room = { ...after([posted(1), posted(2)]), later: true };
	const next = apply(room, posted(3, demyan, { replyTo: 2 }));

	expect(next).toEqual({
		...room,
		seq: 3,
		messages: [message(1), message(2, { replies: { count: 1, last: 3 } })]
	});
});

/** Ten events are kept at most, as in the table of Centrifuge that the contract follows. */
test.each([
	['an empty room, from nothing', 0, 0, 10, '', true],
	['10 events, from 8', 10, 8, 10, 'e', true],
	['10 events, from 5, only 1 given', 10, 5, 1, 'e', false],
	['10 events, from 5, only 2 given', 10, 5, 2, 'e', false],
	['20 events, from 8: trimmed', 20, 8, 10, 'e', false],
	['10 events, from the future', 10, 108, 10, 'e', false],
	['10 events, from the same place', 10, 10, 10, 'e', true],
	['4 events, from nothing', 4, 0, 10, 'e', true],
	['10 events, all expired, from 8', 10, 8, 0, 'e', false],
	['10 events, all expired, from the same place', 10, 10, 0, 'e', true],
	['another epoch', 10, 10, 10, 'other', false]
])('C5: %s', (_, top, position, kept, epoch, whole) => {
	const stored = Array.from({ length: top }, (__, n) => ({ seq: n + 1 })).slice(Math.max(0, top - 10));
	const items = stored.filter(({ seq }) => seq > position).slice(0, kept);

	expect(recovered({ epoch: 'e', top, items }, position, epoch)).toBe(whole);
});

test('C5: a history with a hole is not recovery', () => {
	expect(recovered({ epoch: 'e', top: 3, items: [{ seq: 1 }, { seq: 3 }] }, 0, 'e')).toBe(false);
});

test('messages of others after the read mark are unread', () => {
	const room = after([
		posted(1, demyan),
		posted(2),
		posted(3, demyan),
		posted(4, demyan),
		{ type: 'message.removed', ...by(5, demyan), message: 4, by: 'author', reason: null }
	]);

	expect([unread(room, 0, 'a'), unread(room, 1, 'a'), unread(room, 5, 'a'), unread(room, 0, 'd')]).toEqual([
		2, 1, 0, 1
	]);
});

test('C6: shuffled, doubled and dropped, with gaps fetched again, the room is the server’s log', () => {
	const delivery = anyLog.chain((log) => {
		const places = fc.array(fc.nat(Math.max(0, log.length - 1)), { maxLength: log.length * 2 });
		return fc.tuple(fc.constant(log), places, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
	});

	fc.assert(
		fc.property(delivery, ([log, places, ages]) => {
			let room: Room = EMPTY_ROOM;
			for (const place of places) {
				const event = log[place];
				const next = event ? apply(room, event) : room;
				/** The answer to a fetch may be old; an older one must not win. */
				const known = Math.max(event?.seq ?? 0, Math.ceil((ages.next().value ?? 1) * log.length));
				const fetched = next === 'gap' ? after(log.slice(0, known)) : next;
				if (fetched.seq > room.seq) room = fetched;
			}
			const missed = log.slice(room.seq);

			expect(recovered({ epoch: 'e', top: log.length, items: missed }, room.seq, 'e')).toBe(true);
			expect(applyAll(room, missed)).toEqual(after(log));
		}),
		{ numRuns: 500 }
	);
});

test('C6: applying every kind of event gives what tables give that are asked for each fact by itself', () => {
	fc.assert(
		fc.property(anyLog, (log) => {
			expect(after(log)).toEqual(fromTables(log));
		}),
		{ numRuns: 1000 }
	);
});

test('C6: a page that is newer than the position of its room becomes the same page when the rest is applied', () => {
	const reading = anyLog.chain((log) =>
		fc.tuple(fc.constant(log), fc.nat(log.length), fc.nat(log.length), fc.integer({ min: 1, max: 5 }))
	);
	fc.assert(
		fc.property(reading, ([log, one, other, size]) => {
			const [position, read] = [Math.min(one, other), Math.max(one, other)];
			const messages = page(fromTables(log.slice(0, read)), size);
			const room = { ...after(log.slice(0, position)), messages, later: true };
			const end = applyAll(room, log.slice(position));
			const loaded = new Set(messages.map(({ seq }) => seq));
			const fetched = fromTables(log).messages.filter(({ seq }) => loaded.has(seq));

			expect(end === 'gap' ? end : end.messages).toEqual(fetched);
		}),
		{ numRuns: 1000 }
	);
});

function after(events: ChatEvent[]): Room {
	const room = applyAll(EMPTY_ROOM, events);
	if (room === 'gap') throw new Error('the log has a gap');
	return room;
}
