import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	apply,
	applyAll,
	mayChange,
	mayPost,
	recovered,
	unread,
	type ChatEvent,
	type Message,
	type Room
} from './index.ts';

const at = '2027-02-01T09:00:00.000Z';
const aglaya = { id: 'a', fullName: 'Вереснёва Аглая Тихоновна', shortName: 'Вереснёва А. Т.' };
const demyan = { id: 'd', fullName: 'Полозьев Демьян Игнатович', shortName: 'Полозьев Д. И.' };
const empty: Room = { seq: 0, messages: [], members: [] };

function posted(
	seq: number,
	author = aglaya,
	text = `слово ${seq}`
): Extract<ChatEvent, { type: 'message.posted' }> {
	return {
		type: 'message.posted',
		seq,
		clientId: `c${seq}`,
		author,
		text,
		files: [],
		task: null,
		card: null,
		at
	};
}

function message(seq: number, change: Partial<Message> = {}): Message {
	const { type: _, ...rest } = posted(seq);
	return { ...rest, editedAt: null, removedAt: null, ...change };
}

test('C6: the next event is applied, an old one changes nothing, a later one is a gap', () => {
	const room = after([posted(1), posted(2)]);

	expect(room).toEqual({ seq: 2, messages: [message(1), message(2)], members: [] });
	expect(apply(room, posted(2, demyan, 'другое'))).toBe(room);
	expect(apply(room, posted(4))).toBe('gap');
	expect(applyAll(room, [posted(3), posted(5)])).toBe('gap');
});

test('C4: edits, removals and members are events of the same sequence', () => {
	const room = after([
		{ type: 'member.joined', seq: 1, member: aglaya, at },
		{ type: 'member.joined', seq: 2, member: demyan, at },
		posted(3),
		posted(4),
		{ type: 'message.edited', seq: 5, message: 3, text: 'исправлено', at: 'later' },
		{ type: 'message.removed', seq: 6, message: 4, at: 'later' },
		{ type: 'member.left', seq: 7, member: demyan, at },
		{ type: 'member.joined', seq: 8, member: aglaya, at }
	]);

	expect(room).toEqual({
		seq: 8,
		messages: [
			message(3, { text: 'исправлено', editedAt: 'later' }),
			message(4, { text: '', removedAt: 'later' })
		],
		members: [aglaya]
	});
});

test('C6: a removed message stays removed, and what is not on the page moves the sequence only', () => {
	const room = after([posted(1), { type: 'message.removed', seq: 2, message: 1, at }]);
	const edited = apply(room, { type: 'message.edited', seq: 3, message: 1, text: 'назад', at });
	const elsewhere = apply(room, { type: 'message.removed', seq: 3, message: 99, at });

	expect(edited).toEqual({ ...room, seq: 3 });
	expect(elsewhere).toEqual({ ...room, seq: 3 });
});

test('C6: applying leaves the old room as it was', () => {
	const room = Object.freeze({ ...empty, messages: Object.freeze([]) as unknown as Message[] });
	expect(apply(room, posted(1))).toEqual({ seq: 1, messages: [message(1)], members: [] });
	expect(room.messages).toEqual([]);
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
		{ type: 'message.removed', seq: 5, message: 4, at }
	]);

	expect([unread(room, 0, 'a'), unread(room, 1, 'a'), unread(room, 5, 'a'), unread(room, 0, 'd')]).toEqual([
		2, 1, 0, 1
	]);
});

test.each([
	[{ isMember: true, isOpen: true }, { text: 'слово', files: 0, card: false }, null],
	[{ isMember: true, isOpen: true }, { text: ' ', files: 1, card: false }, null],
	[{ isMember: true, isOpen: true }, { text: '', files: 0, card: true }, null],
	[{ isMember: true, isOpen: true }, { text: ' \n', files: 0, card: false }, 'message.empty'],
	[{ isMember: true, isOpen: true }, { text: 'я'.repeat(8001), files: 0, card: false }, 'message.too_long'],
	[{ isMember: false, isOpen: true }, { text: 'слово', files: 0, card: false }, 'message.not_a_member'],
	[{ isMember: true, isOpen: false }, { text: 'слово', files: 0, card: false }, 'message.room_closed']
])('C9: in %j the message %j is refused with %s', (room, words, code) => {
	const result = mayPost(room, words);
	expect(result.ok ? null : result.refusal.code).toBe(code);
});

test('one changes one’s own words, not a card and not what is gone', () => {
	const card = { kind: 'effectiveness_card', title: 'Карта', result: null, lines: [], place: null } as const;

	expect(mayChange(message(1), 'a')).toBe(true);
	expect(mayChange(message(1), 'd')).toBe(false);
	expect(mayChange(message(1, { card: { ...card, lines: [] } }), 'a')).toBe(false);
	expect(mayChange(message(1, { removedAt: at }), 'a')).toBe(false);
});

/** What a server could have stored: events about messages that exist, in one sequence. */
const anyLog = fc
	.array(
		fc.tuple(
			fc.constantFrom('post', 'edit', 'remove', 'join', 'leave'),
			fc.nat(),
			fc.constantFrom(aglaya, demyan)
		),
		{ maxLength: 40 }
	)
	.map((steps) =>
		steps.map(([what, n, person], place): ChatEvent => {
			const seq = place + 1;
			const meant = (n % Math.max(1, place)) + 1;
			if (what === 'edit') return { type: 'message.edited', seq, message: meant, text: `правка ${n}`, at };
			if (what === 'remove') return { type: 'message.removed', seq, message: meant, at };
			if (what === 'join') return { type: 'member.joined', seq, member: person, at };
			if (what === 'leave') return { type: 'member.left', seq, member: person, at };
			return posted(seq, person);
		})
	);

test('C6: shuffled, doubled and dropped, with gaps fetched again, the room is the server’s log', () => {
	const delivery = anyLog.chain((log) => {
		const places = fc.array(fc.nat(Math.max(0, log.length - 1)), { maxLength: log.length * 2 });
		return fc.tuple(fc.constant(log), places, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })));
	});

	fc.assert(
		fc.property(delivery, ([log, places, ages]) => {
			let room = empty;
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

function after(events: ChatEvent[]): Room {
	const room = applyAll(empty, events);
	if (room === 'gap') throw new Error('the log has a gap');
	return room;
}
