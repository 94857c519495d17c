import { listRooms, markRead, muteRoom } from '@stazhirovka/contract/chat';
import { getMe } from '@stazhirovka/contract/accounts';
import { roomMembers, roomMessages, rooms } from '@stazhirovka/db/schema';
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyRooms } from '../../testing/empty-rooms.ts';
import { openTalk } from '../../testing/talking.ts';
import { append } from './append-store.ts';
import { unreadTotals } from './live/queries.ts';
import { firstUnread } from './message-queries.ts';
import type { NewEvent } from './new-event.ts';
import { moveReadMark } from './rooms-store.ts';

const { group, id, talk, tutor, intern, other } = await openTalk();
afterAll(() => group.close());
beforeEach(() => emptyRooms(group.db));

const { db } = group;
const people = [group.tutor.id, group.interns[0]!.id, group.interns[1]!.id];
const card = { kind: 'final_work', title: 'Работа', result: null, lines: [], place: null };

type Post = { by: number; isCard: boolean };
type Step =
	| { do: 'post'; posts: Post[]; plain: boolean }
	| { do: 'read'; by: number; seq: number }
	| { do: 'remove' | 'react'; nth: number };

const by = fc.nat({ max: people.length - 1 });
const posts = fc.array(fc.record({ by, isCard: fc.boolean() }), { minLength: 1, maxLength: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ do: fc.constant('post' as const), posts, plain: fc.boolean() }),
	fc.record({ do: fc.constant('read' as const), by, seq: fc.integer({ min: 1, max: 40 }) }),
	fc.record({ do: fc.constantFrom('remove' as const, 'react' as const), nth: fc.nat({ max: 30 }) })
);

function said(authorId: string, { isCard = false } = {}): NewEvent {
	const body = { text: 'Слова', files: [], subject: null, mentions: [], card: isCard ? card : null };
	const stamp = { roomId: id, authorId, clientId: randomUUID(), hash: '00', at: null };
	return { ...stamp, type: 'message.posted', message: null, body, demands: {} };
}

const stored = () =>
	db.select().from(roomMessages).where(eq(roomMessages.roomId, id)).orderBy(asc(roomMessages.seq));

async function take(one: Step): Promise<void> {
	if (one.do === 'read') return moveReadMark(db, people[one.by]!, id, one.seq);
	if (one.do === 'post') {
		const events = one.posts.map((post) => said(people[post.by]!, post));
		await (one.plain ? append(db, events) : db.transaction((tx) => append(tx, events)));
		return;
	}
	const messages = await stored();
	const target = messages[one.nth % (messages.length || 1)];
	if (!target) return;
	const type = one.do === 'remove' ? 'message.removed' : 'reaction.added';
	const body = one.do === 'remove' ? { by: 'author', reason: null } : { name: 'heart' };
	const event = { ...said(target.authorId), type, message: target.seq, body } as const;
	await append(db, [event]);
}

/** Where each mark should stand: over what was read, and over one's own words when nothing before them was unread. */
function markAfter(
	one: Step,
	mark: number,
	who: number,
	log: Awaited<ReturnType<typeof stored>>,
	top: number
) {
	if (one.do === 'read') return one.by === who ? Math.max(mark, Math.min(one.seq, top)) : mark;
	if (one.do !== 'post') return mark;
	return one.posts.reduce((at, post, n) => {
		const { seq } = log.at(n - one.posts.length)!;
		const waits = log.some(
			(message) =>
				message.seq > at && message.seq < seq && message.authorId !== people[who] && !message.removedAt
		);
		return post.by === who && !post.isCard && !waits ? seq : at;
	}, mark);
}

async function unreadOf(personId: string) {
	const [room] = await db.select().from(rooms).where(eq(rooms.id, id));
	const members = await db.select().from(roomMembers).where(eq(roomMembers.roomId, id));
	const member = members.find((one) => one.personId === personId)!;
	return { mark: member.lastReadSeq, count: room!.messageCount - member.readCount, top: room!.lastSeq };
}

test('what is unread is counted as by looking at every message, whatever was posted, read and removed', async () => {
	const counted = fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
		await emptyRooms(db);
		const marks = people.map(() => 0);
		for (const one of steps) {
			const { top } = await unreadOf(people[0]!);
			await take(one);
			const log = await stored();
			for (const [who, personId] of people.entries()) {
				marks[who] = markAfter(one, marks[who]!, who, log, top);
				const { mark, count } = await unreadOf(personId);
				const waiting = log.filter(
					({ seq, authorId, removedAt }) => seq > mark && authorId !== personId && !removedAt
				);
				expect({ mark, count }).toEqual({ mark: marks[who], count: waiting.length });
				expect(await firstUnread(db, id, mark, personId)).toBe(waiting[0]?.seq ?? null);
			}
		}
	});
	await fc.assert(counted, { numRuns: 40 });
}, 60_000);

test('what is unread is counted right by people who post, read and remove at the same moment', async () => {
	for (let round = 0; round < 8; round += 1) {
		const { top } = await unreadOf(people[0]!);
		const removals = (await stored()).slice(-3).map(({ authorId, seq }) => ({
			...said(authorId),
			...{ type: 'message.removed' as const, message: seq, body: { by: 'author', reason: null } }
		}));
		await Promise.all([
			...people.flatMap((one) => [append(db, [said(one)]), append(db, [said(one)])]),
			...people.map((one) => moveReadMark(db, one, id, top)),
			...removals.map((event) => append(db, [event]))
		]);
		const log = await stored();
		for (const personId of people) {
			const { mark, count } = await unreadOf(personId);
			const waiting = log.filter((one) => one.seq > mark && one.authorId !== personId && !one.removedAt);
			expect(count).toBe(waiting.length);
		}
	}
});

test('R105: words that waited in an outbox leave unread what came meanwhile, and the line of new stays', async () => {
	const first = await talk.say(tutor, 'Собираемся в три');
	await talk.say(tutor, 'И возьмите бланки');
	await talk.say(intern, 'Написано без сети');

	expect(await talk.open(intern)).toMatchObject({ unread: 2, firstUnreadSeq: first, lastReadSeq: 0 });
	await intern.must(markRead, { params: { id }, body: { seq: 3 } });
	await talk.say(intern, 'Теперь прочла');
	expect(await talk.open(intern)).toMatchObject({ unread: 0, lastReadSeq: 4 });
});

test('R108: a card that is handed in reads nothing and is not counted by slow mode', async () => {
	await talk.say(tutor, 'Сдайте карты');
	await append(db, [said(people[2]!, { isCard: true })]);
	expect(await talk.open(other)).toMatchObject({ unread: 1, lastReadSeq: 0 });

	await talk.done(tutor, { do: 'slow', seconds: 60 });
	expect(await talk.post(other, 'Сдала')).toMatchObject({ ok: true });
	expect(await talk.post(other, 'И ещё')).toMatchObject({ refusal: { code: 'message.too_soon' } });
	await talk.done(tutor, { do: 'slow', seconds: 0 });
});

test('a muted room shows what is unread in it and does not count in the total', async () => {
	await talk.say(tutor, 'Объявление');
	const total = async () => (await other.must(getMe, {})).me?.unread;
	const live = async () => (await unreadTotals(db, [people[2]!]))[0]?.total;
	expect([await total(), await live()]).toEqual([1, 1]);

	await other.must(muteRoom, { params: { id }, body: { muted: true } });
	expect([await total(), await live()]).toEqual([0, 0]);
	expect((await other.must(listRooms, {})).find((room) => room.id === id)?.unread).toBe(1);
	await other.must(muteRoom, { params: { id }, body: { muted: false } });
	expect([await total(), await live()]).toEqual([1, 1]);
});
