import * as contract from '@stazhirovka/contract/chat';
import { roomMessages } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { enterWords } from './words-store.ts';

let group: Group;
let tutor: Visitor;
let intern: Visitor;
let id: string;
let talk: ReturnType<typeof talkIn>;

/** Before each search nothing is entered, or everything: what is found is the same. */
const WAYS = [
	{ way: 'read', prepare: () => Promise.resolve() },
	{ way: 'entered', prepare: () => enterWords(group) }
];
describe.each(WAYS)('words that are $way', ({ prepare }) => {
	beforeAll(async () => {
		group = await openGroup();
		id = group.threads[0]!.roomId;
		talk = talkIn(id);
		tutor = await group.as(group.tutor);
		intern = await group.as(group.interns[0]!);
	});
	afterAll(() => group.close());

	const search = async (
		who: Visitor,
		q: string,
		more: { room?: string; before?: string; after?: string } = {}
	) => {
		await prepare();
		return who.must(contract.searchMessages, { querystring: { q, ...more } });
	};
	const seqs = async (who: Visitor, q: string) => (await search(who, q)).found.map(({ seq }) => seq);

	test('words are found in any form, with е for ё, in phrases and without others; the newest first', async () => {
		const first = await talk.say(intern, 'Провела урок: внимание ребёнка держалось десять минут');
		const second = await talk.say(tutor, 'Какие упражнения для внимания ребёнка вы взяли?');
		const third = await talk.say(intern, 'Если a<b, то упражнение трудное');

		expect(await seqs(intern, 'ребенка')).toEqual([second, first]);
		expect(await seqs(intern, 'РЕБЁНКУ')).toEqual([second, first]);
		expect(await seqs(intern, 'упражнениями')).toEqual([third, second]);
		expect(await seqs(intern, '"десять минут"')).toEqual([first]);
		expect(await seqs(intern, 'внимание -урок')).toEqual([second]);
		expect(await seqs(intern, 'и не')).toEqual([]);
	});

	test('what was found is marked in the letters that were written', async () => {
		const text = `Сначала ${'много слов '.repeat(30)}и вот <b>ёжик</b> из упражнения, ${'и ещё слова '.repeat(30)}`;
		await talk.say(tutor, text);
		const { found } = await search(intern, 'ежики');
		const [only] = found;

		expect(found).toHaveLength(1);
		expect(only).toMatchObject({ roomId: id, author: { id: group.tutor.id } });
		expect(only!.room).toContain(group.tutor.surname);
		expect(only!.snippet.filter(({ hit }) => hit)).toEqual([{ text: 'ёжик', hit: true }]);
		const shown = only!.snippet.map((piece) => piece.text).join('');
		expect(shown).toContain('и вот <b>ёжик</b> из упражнения');
		expect([shown.at(0), shown.at(-1), shown.length < 250]).toEqual(['…', '…', true]);
	});

	test('edited words are found as they are, removed ones nowhere', async () => {
		const seq = await talk.say(intern, 'Гиппопотам');
		await talk.done(intern, { do: 'edit', message: seq, text: 'Носорог', mentions: [] });
		expect([await seqs(tutor, 'гиппопотам'), await seqs(tutor, 'носороги')]).toEqual([[], [seq]]);
		await talk.done(intern, { do: 'remove', message: seq });
		expect(await seqs(tutor, 'носороги')).toEqual([]);
	});

	test('R167 nothing is found in rooms of others, whatever room is asked for', async () => {
		const foreign = await group.as(group.interns[1]!);
		expect(await search(foreign, 'внимание')).toMatchObject({ found: [], later: false });
		expect(await search(foreign, 'внимание', { room: id })).toMatchObject({ found: [] });
	});

	test('pages go on to older and back to newer ones without a gap or a repetition', async () => {
		for (let n = 1; n <= 45; n += 1) await talk.say(tutor, `Капибара номер ${n}`);
		const first = await search(intern, 'капибары');
		const second = await search(intern, 'капибары', { before: first.found.at(-1)!.cursor });
		const third = await search(intern, 'капибары', { before: second.found.at(-1)!.cursor });
		const back = await search(intern, 'капибары', { after: third.found[0]!.cursor });

		const all = [first, second, third].flatMap((page) => page.found.map(({ seq }) => seq));
		expect([all.length, new Set(all).size, all]).toEqual([45, 45, [...all].sort((one, two) => two - one)]);
		expect([first, second, third].map(({ earlier, later }) => [earlier, later])).toEqual([
			[true, false],
			[true, true],
			[false, true]
		]);
		expect(back.found).toEqual(second.found);
	});

	test('a room opens at the first unread message, and pages lead both ways from any place or date', async () => {
		await intern.must(contract.markRead, { params: { id }, body: { seq: 10 } });
		await group.db.execute(sql`
		update room_messages set created_at = case when seq >= 40 then '2027-01-10T21:30:00Z' else '2027-01-09T10:00:00Z' end::timestamptz
		where room_id = ${id}`);
		const room = await talk.open(intern);
		const page = (query: { before?: number; after?: number; around?: number; date?: string }) =>
			intern.must(contract.listMessages, { params: { id }, querystring: query });
		const ends = ({ messages, earlier, later }: contract.MessagePage) => [
			messages[0]?.seq,
			messages.at(-1)?.seq,
			earlier,
			later
		];
		const all = await group.db
			.select({ seq: roomMessages.seq })
			.from(roomMessages)
			.where(eq(roomMessages.roomId, id))
			.orderBy(roomMessages.seq);
		const last = all.at(-1)!.seq;

		expect(room.firstUnreadSeq).toBe(all.find(({ seq }) => seq > 10)?.seq);
		expect([room.messages[0]?.seq, room.earlier, room.later]).toEqual([all[0]!.seq, false, false]);
		expect(ends(await page({ around: 40 }))).toEqual([
			all.filter(({ seq }) => seq < 40).at(-15)?.seq,
			last,
			true,
			false
		]);
		expect(ends(await page({ before: all[3]!.seq }))).toEqual([all[0]!.seq, all[2]!.seq, false, false]);
		expect(ends(await page({ after: all[3]!.seq }))).toEqual([all[4]!.seq, last, true, false]);
		// Half past nine in the evening in London is the next day at the site.
		const dated = await page({ date: '2027-01-11' });
		expect(dated.messages.find(({ at }) => at >= '2027-01-10')?.seq).toBe(40);
		expect(dated.messages[0]?.seq).toBe(all.filter(({ seq }) => seq < 40).at(-15)?.seq);
	});

	test('a file is found by the words of its name, however they are parted, and by nothing else of it', async () => {
		const upload = uploadsOf(() => group);
		const { id: file } = await upload.kept(
			group.interns[0]!,
			`roomId=${id}`,
			'Карта_урока.Чтение-2.pdf',
			SAMPLES.pdf!
		);
		const seq = await talk.say(intern, '', { fileIds: [file] });
		for (const q of ['чтение', 'КАРТЫ', '"карта урока"', 'Карта_урока.Чтение-2.pdf', 'Карта_урока'])
			expect([q, await seqs(tutor, q)]).toEqual([q, [seq]]);
		expect([await seqs(tutor, 'application'), await seqs(tutor, file.slice(0, 8))]).toEqual([[], []]);
		const { found } = await search(tutor, 'чтение');
		expect(found).toMatchObject([{ snippet: [], files: ['Карта_урока.Чтение-2.pdf'] }]);
		await talk.done(intern, { do: 'remove', message: seq });
		expect(await seqs(tutor, 'чтение')).toEqual([]);
	});

	test('whoever is called by name finds where, and the room says so until it is read', async () => {
		const mine = async (who: Visitor) => (await who.must(contract.listMentions, { querystring: {} })).found;
		const called = async (who: Visitor) =>
			(await who.must(contract.listRooms, {})).flatMap((room) => (room.called ? [room.id] : []));
		const mentions = [group.tutor.id];
		const first = await talk.say(intern, '@Вереснёва А. Т., посмотрите?', { mentions });
		const second = await talk.say(intern, 'И это, @Вереснёва А. Т.', { mentions });
		await talk.say(intern, 'Это никому');

		expect((await mine(tutor)).map(({ seq, isNew }) => [seq, isNew])).toEqual([
			[second, true],
			[first, true]
		]);
		expect((await mine(tutor))[0]?.snippet).toEqual([{ text: 'И это, @Вереснёва А. Т.', hit: false }]);
		expect([await mine(intern), await called(intern), await called(tutor)]).toEqual([[], [], [id]]);
		await tutor.must(contract.markRead, { params: { id }, body: { seq: first } });
		expect([(await mine(tutor)).map(({ isNew }) => isNew), await called(tutor)]).toEqual([
			[true, false],
			[id]
		]);
		await talk.done(intern, { do: 'remove', message: second });
		expect([(await mine(tutor)).map(({ seq }) => seq), await called(tutor)]).toEqual([[first], []]);
		expect(await mine(await group.as(group.interns[1]!))).toEqual([]);
	});

	test('of messages stored in one millisecond none is passed over and none is told twice', async () => {
		for (let n = 1; n <= 25; n += 1) await talk.say(tutor, `Утконос номер ${n}`);
		await group.db.execute(sql`
			update room_messages set created_at = '2027-01-08T10:00:00Z'::timestamptz + (seq % 7) * interval '1 microsecond'
			where room_id = ${id} and text like 'Утконос%'`);
		const first = await search(intern, 'утконосы');
		const second = await search(intern, 'утконосы', { before: first.found.at(-1)!.cursor });
		const back = await search(intern, 'утконосы', { after: second.found[0]!.cursor });

		const all = [first, second].flatMap((page) => page.found.map(({ seq }) => seq));
		expect([first.found.length, new Set(all).size]).toEqual([20, 25]);
		expect(back.found).toEqual(first.found);
	});
});
