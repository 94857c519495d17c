import * as contract from '@stazhirovka/contract/chat';
import type { Tx } from '@stazhirovka/db';
import { messageWords, rooms, roomWords } from '@stazhirovka/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { append } from './append-store.ts';
import { enterWords } from './words-store.ts';

let group: Group;
let intern: Visitor;
let roomId: string;
let talk: ReturnType<typeof talkIn>;

beforeAll(async () => {
	group = await openGroup();
	roomId = group.threads[0]!.roomId;
	talk = talkIn(roomId);
	intern = await group.as(group.interns[0]!);
});
beforeEach(() => enterWords(group));
afterAll(() => group.close());

const found = async (q: string) =>
	(await intern.must(contract.searchMessages, { querystring: { q } })).found.map(({ seq }) => seq);

/** What is kept of a message for the search; nothing until it is entered. */
async function kept(seq: number): Promise<string | undefined> {
	const [row] = await group.db
		.select({ words: messageWords.words })
		.from(messageWords)
		.where(and(eq(messageWords.roomId, roomId), eq(messageWords.seq, seq)));
	return row?.words;
}

const behind = async () => {
	const [row] = await group.db.execute<{ events: number }>(sql`
		select sum(r.last_seq - coalesce(w.up_to, 0))::int as events from rooms r left join room_words w on w.room_id = r.id`);
	return row!.events;
};

async function someoneWaits(): Promise<boolean> {
	const waits = await group.db.execute(sql`
		select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
	return waits.length > 0;
}

/** Begins the second while the first is done and not committed, and tells when both have ended. */
async function overlapping(
	first: (tx: Tx) => Promise<unknown>,
	second: () => Promise<unknown>,
	failure?: Error
) {
	let later: Promise<unknown> = Promise.resolve();
	await group.db.transaction(async (tx) => {
		await first(tx);
		later = second();
		later.catch(() => undefined);
		await vi.waitUntil(() => someoneWaits());
		if (failure) throw failure;
	});
	await later;
}

function editing(message: number, text: string) {
	return (tx: Tx) =>
		append(tx, [
			{
				...{ roomId, authorId: group.interns[0]!.id, clientId: randomUUID(), at: null, message },
				...{ type: 'message.edited', body: { text, mentions: [] }, hash: '', demands: { open: true } }
			}
		]);
}

test('R167 what was said just now is found before and after it is entered, once, in one order with the rest', async () => {
	const first = await talk.say(intern, 'Выдра у реки');
	await enterWords(group);
	const second = await talk.say(intern, 'Две выдры');
	const third = await talk.say(intern, 'Ни одной');
	await talk.done(intern, { do: 'edit', message: third, text: 'Три выдры', mentions: [] });

	expect([await kept(second), await found('выдрами')]).toEqual([undefined, [third, second, first]]);
	await enterWords(group);
	expect([await behind(), await found('выдрами')]).toEqual([0, [third, second, first]]);
	expect(await kept(second)).toContain('выдр');
});

test('R167 what is not entered yet is nothing for whoever is not in the room', async () => {
	const seq = await talk.say(intern, 'Ондатра');
	const stranger = await group.as(group.interns[1]!);
	const asked = { querystring: { q: 'ондатра', room: roomId } };
	expect([await found('ондатра'), (await stranger.must(contract.searchMessages, asked)).found]).toEqual([
		[seq],
		[]
	]);
});

test('words that are entered follow an edit, and go with a removal', async () => {
	const seq = await talk.say(intern, 'Ласка');
	await enterWords(group);
	await talk.done(intern, { do: 'edit', message: seq, text: 'Песец', mentions: [] });
	expect([await kept(seq), await found('ласка'), await found('песец')]).toEqual(["'песец':1", [], [seq]]);
	await talk.done(intern, { do: 'remove', message: seq });
	expect([await kept(seq), await found('песец')]).toEqual(['', []]);
});

test('a message that is edited while it is entered keeps its new words alone', async () => {
	const seq = await talk.say(intern, 'Барсук');
	const edit = { do: 'edit' as const, message: seq, text: 'Росомаха', mentions: [] };
	await overlapping(
		(tx) => enterWords({ db: tx }),
		() => talk.done(intern, edit)
	);
	expect([await found('барсук'), await found('росомаха')]).toEqual([[], [seq]]);
	expect(await kept(seq)).toBe("'росомах':1");
});

test('a message that is removed while it is entered leaves no word', async () => {
	const seq = await talk.say(intern, 'Горностай');
	await overlapping(
		(tx) => enterWords({ db: tx }),
		() => talk.done(intern, { do: 'remove', message: seq })
	);
	expect([await behind(), await kept(seq), await found('горностай')]).toEqual([1, '', []]);
});

test('an entering that has read the old words waits for the edit and leaves the new ones', async () => {
	const seq = await talk.say(intern, 'Куница');
	await overlapping(editing(seq, 'Соболь'), () => enterWords(group));
	expect([await kept(seq), await found('куница'), await found('соболь')]).toEqual(["'собол':1", [], [seq]]);
});

test('an edit that comes to nothing leaves the entering what was said', async () => {
	const seq = await talk.say(intern, 'Норка');
	const failing = overlapping(editing(seq, 'Хорёк'), () => enterWords(group), new Error('Взято назад'));
	await expect(failing).rejects.toThrow('Взято назад');
	await vi.waitUntil(async () => (await behind()) === 0);
	expect([await kept(seq), await found('хорёк'), await found('норка')]).toEqual(["'норк':1", [], [seq]]);
});

test('several that enter at once enter everything once, rooms and messages beyond one statement too', async () => {
	const places = group.enrolments.map(({ id: enrolmentId }) => ({ cohortId: group.cohort.id, enrolmentId }));
	const kinds = ['staff', 'association', 'conference', 'work', 'group', 'working_group'] as const;
	const count = { title: 'Комната', lastSeq: 130, messageCount: 130 };
	const made = await group.db
		.insert(rooms)
		.values(places.flatMap((place) => kinds.map((kind) => ({ ...place, ...count, kind }))))
		.returning({ id: rooms.id });
	await group.db.execute(sql`
		insert into room_messages (room_id, seq, client_id, author_id, text, files, mentions, created_at)
		select r.id, n, gen_random_uuid(), ${group.interns[0]!.id}, 'Бобр номер ' || n, '[]', '[]', now()
		from rooms r, generate_series(1, 130) n where r.title = 'Комната'`);

	await Promise.all(Array.from({ length: 4 }, () => enterWords(group)));
	await enterWords(group);
	const [row] = await group.db.execute<{ words: number }>(sql`
		select count(*)::int as words from message_words w join rooms r on r.id = w.room_id where r.title = 'Комната'`);
	expect([made.length > 20, row!.words, await behind()]).toEqual([true, made.length * 130, 0]);
});

test('C4: a room that is deleted takes its words with it, also those that are being entered', async () => {
	await talk.say(intern, 'Тюлень');
	await overlapping(
		(tx) => enterWords({ db: tx }),
		() => group.db.delete(rooms).where(eq(rooms.id, roomId)).execute()
	);
	const [words, upTo] = await Promise.all([
		group.db.select({ seq: messageWords.seq }).from(messageWords).where(eq(messageWords.roomId, roomId)),
		group.db.select({ upTo: roomWords.upTo }).from(roomWords).where(eq(roomWords.roomId, roomId))
	]);
	expect([words, upTo]).toEqual([[], []]);
});
