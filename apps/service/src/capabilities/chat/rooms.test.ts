import * as contract from '@stazhirovka/contract/chat';
import { roomEvents, roomMembers, sites } from '@stazhirovka/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeIntern } from '../../testing/cohort.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import { makePerson } from '../../testing/person.ts';
import {
	addMember,
	ensureCohortRoom,
	ensurePrivateRooms,
	postGroupCard,
	removeMember,
	roomIds
} from './index.ts';

let group: Group;

beforeAll(async () => {
	group = await openGroup();
});
afterAll(() => group.close());

async function inside(roomId: string): Promise<string[]> {
	const here = and(eq(roomMembers.roomId, roomId), isNull(roomMembers.leftAt));
	return (await group.db.select().from(roomMembers).where(here)).map(({ personId }) => personId).sort();
}

test('R105 the group room holds the tutors and the interns who study, and follows them', async () => {
	const { db, cohort, groupRoomId, tutor, otherTutor, interns } = group;
	const everybody = [tutor, otherTutor, ...interns].map(({ id }) => id).sort();
	const guest = await makePerson(db);

	expect(await inside(groupRoomId)).toEqual(everybody);
	await db.transaction((tx) => addMember(tx, groupRoomId, guest.id));
	expect(await inside(groupRoomId)).toEqual([...everybody, guest.id].sort());

	const again = await db.transaction((tx) =>
		ensureCohortRoom(tx, { cohortId: cohort.id, title: 'Другое имя' })
	);
	expect([again, await inside(groupRoomId)]).toEqual([groupRoomId, everybody]);
	const none = { privateRoomId: null, workRoomId: null };
	expect(await roomIds(db, { cohortId: cohort.id })).toEqual({ ...none, groupRoomId });
});

test('R105 interns who are admitted at once are all in the group room', async () => {
	const { db, cohort, groupRoomId, tutor } = group;
	const before = await inside(groupRoomId);
	const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(db)));

	await Promise.all(people.map((person) => makeIntern(db, cohort, person, tutor)));

	expect(await inside(groupRoomId)).toEqual([...before, ...people.map(({ id }) => id)].sort());
});

test('R108 a card posted by a command is stored with it or not at all, and once', async () => {
	const { db, cohort, tutor } = group;
	const card = {
		kind: 'effectiveness_card' as const,
		title: 'Карта',
		result: '4 → 7',
		lines: [],
		place: null
	};
	const posting = { cohortId: cohort.id, clientId: randomUUID() as string, text: '', card };
	const by = { personId: tutor.id, at: group.deps.now() };
	const cards = () => db.select().from(roomEvents).where(eq(roomEvents.clientId, posting.clientId));

	const undone = db.transaction(async (tx) => {
		await postGroupCard(tx, by, posting);
		throw new Error('the command failed');
	});
	await expect(undone).rejects.toThrow('the command failed');
	expect(await cards()).toEqual([]);

	const place = await db.transaction((tx) => postGroupCard(tx, by, posting));
	const again = await db.transaction(async (tx) => [
		await postGroupCard(tx, by, posting),
		await postGroupCard(tx, by, posting)
	]);
	expect([again, (await cards()).length]).toEqual([[place, place], 1]);
});

test('a tutor who was replaced leaves the private thread; who comes back has nothing unread', async () => {
	const { db, cohort, tutor } = group;
	const { roomId: id, enrolment, intern } = group.threads[0]!;
	const thread = { cohortId: cohort.id, enrolmentId: enrolment.id, title: '' };
	const asTutor = await group.as(tutor);
	const asIntern = await group.as(intern);
	const body = { clientId: randomUUID(), text: 'Кто мой тьютор?' };

	await db.transaction((tx) => ensurePrivateRooms(tx, [{ ...thread, memberIds: [intern.id] }]));
	expect(await asTutor.call(contract.getRoom, { params: { id } })).toMatchObject({
		refusal: { status: 404 }
	});
	await asIntern.must(contract.postMessage, { params: { id }, body });

	await db.transaction((tx) => ensurePrivateRooms(tx, [{ ...thread, memberIds: [intern.id, tutor.id] }]));
	expect(await asTutor.must(contract.getRoom, { params: { id } })).toMatchObject({ seq: 3, unread: 0 });

	await db.transaction((tx) => removeMember(tx, id, tutor.id));
	const late = await asTutor.call(contract.postMessage, {
		params: { id },
		body: { ...body, clientId: randomUUID() }
	});
	expect(late).toMatchObject({ refusal: { status: 404, code: 'room.missing' } });
});

test('a room tells the clock of its site, by which a date is sought in it', async () => {
	const { db, groupRoomId: id, interns, site } = group;
	const was = (await db.select({ timeZone: sites.timeZone }).from(sites).where(eq(sites.id, site.id)))[0]!;
	await db.update(sites).set({ timeZone: 'Asia/Vladivostok' }).where(eq(sites.id, site.id));
	const intern = await group.as(interns[0]!);
	const room = await intern.must(contract.getRoom, { params: { id } });
	const listed = (await intern.must(contract.listRooms, {})).find((one) => one.id === id);
	expect([room.timeZone, listed?.timeZone]).toEqual(['Asia/Vladivostok', 'Asia/Vladivostok']);
	await db.update(sites).set(was).where(eq(sites.id, site.id));
});
