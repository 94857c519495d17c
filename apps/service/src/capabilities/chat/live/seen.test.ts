import * as contract from '@stazhirovka/contract/chat';
import { roomMembers } from '@stazhirovka/db/schema';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talkIn } from '../../../testing/chat.ts';
import { openGroup, type Group } from '../../../testing/group.ts';
import { makePerson, type TestPerson } from '../../../testing/person.ts';

let group: Group;

beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());

async function follow(person: TestPerson, roomId: string) {
	const { epoch, seq } = await talkIn(roomId).open(await group.as(person));
	const client = await group.live(person);
	client.say({ t: 'follow', rooms: [{ roomId, epoch, seq }] });
	await client.next('presence');
	return client;
}

test('how far somebody has read is told to the others, the last of many marks alone; hiding it is told too', async () => {
	const { intern, roomId } = group.threads[0]!;
	const [tutor, me] = [await group.as(group.tutor), await group.as(intern)];
	const said: number[] = [];
	for (const text of ['один', 'два', 'три']) said.push(await talkIn(roomId).say(tutor, text));
	const [author, reader] = [await follow(group.tutor, roomId), await follow(intern, roomId)];
	for (const seq of said) reader.say({ t: 'read', roomId, seq });

	expect(await author.next('seen', ({ seq }) => seq === said.at(-1))).toEqual({
		...{ t: 'seen', roomId },
		...{ personId: intern.id, seq: said.at(-1) }
	});
	await me.must(contract.saveChatSettings, { body: { hidesReadMark: true } });
	await author.next('seen', ({ seq }) => seq === 0);
	const last = await talkIn(roomId).say(tutor, 'четыре');
	reader.say({ t: 'read', roomId, seq: last });
	await me.must(contract.saveChatSettings, { body: { hidesReadMark: false } });
	await author.next('seen', ({ seq }) => seq === last);

	expect([...new Set(author.all('seen').map(({ seq }) => seq))]).toEqual([said.at(-1), 0, last]);
	expect(reader.all('seen')).toEqual([]);
	await Promise.all([author.leave(), reader.leave()]);
});

test('of whoever hides how far he has read nobody hears when he reads', async () => {
	const { intern, roomId } = group.threads[1]!;
	const [tutor, me] = [await group.as(group.tutor), await group.as(intern)];
	const said = [await talkIn(roomId).say(tutor, 'один'), await talkIn(roomId).say(tutor, 'два')];
	const [author, reader] = [await follow(group.tutor, roomId), await follow(intern, roomId)];
	await me.must(contract.saveChatSettings, { body: { hidesReadMark: true } });
	await author.next('seen', ({ seq }) => seq === 0);
	for (const seq of said) {
		reader.say({ t: 'read', roomId, seq });
		await sleep(800);
	}

	expect(author.all('seen').map(({ seq }) => seq)).toEqual([0]);
	await Promise.all([author.leave(), reader.leave()]);
});

test('in a room of more than fifty people nobody is told how far the others have read', async () => {
	const { db, groupRoomId: roomId, tutor, interns } = group;
	const crowd = await Promise.all(Array.from({ length: 50 }, () => makePerson(db)));
	await db.insert(roomMembers).values(crowd.map(({ id: personId }) => ({ roomId, personId })));
	const seq = await talkIn(roomId).say(await group.as(tutor), 'Всем здравствуйте');
	const [author, reader] = [await follow(tutor, roomId), await follow(interns[0]!, roomId)];
	reader.say({ t: 'read', roomId, seq });
	await reader.next('unread', ({ count }) => count === 0);
	await sleep(800);

	expect(author.all('seen')).toEqual([]);
	expect((await talkIn(roomId).open(await group.as(tutor))).marks).toEqual([]);
	await Promise.all([author.leave(), reader.leave()]);
});
