import { people, roomEvents, roomMembers, roomMessages, rooms } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openGroup, type Group } from '../../testing/group.ts';
import { makePerson } from '../../testing/person.ts';
import { post } from './post.ts';

let group: Group;
let roomId: string;
let author: { id: string };

/** A room of nobody else, in which one person has said one thing. */
beforeAll(async () => {
	group = await openGroup();
	const [{ cohortId } = { cohortId: null }] = await group.db
		.select({ cohortId: rooms.cohortId })
		.from(rooms)
		.limit(1);
	const [room] = await group.db
		.insert(rooms)
		.values({ kind: 'working_group', cohortId, title: 'Группа' })
		.returning({ id: rooms.id });
	roomId = room!.id;
	author = await makePerson(group.db);
	await group.db.insert(roomMembers).values({ roomId, personId: author.id });
	const words = { text: 'Здесь', files: [], subject: null, card: null, replyTo: null, mentions: [] };
	await post(group.db, { personId: author.id, at: null }, { roomId, clientId: randomUUID(), words });
});
afterAll(() => group.close());

test('C4: whoever wrote in a room is not deleted; whoever never did is', async () => {
	await expect(group.db.delete(people).where(eq(people.id, author.id))).rejects.toMatchObject({
		cause: { code: '23503' }
	});
	const left = await group.db
		.select({ id: roomMembers.personId })
		.from(roomMembers)
		.where(eq(roomMembers.roomId, roomId));
	expect(left).toEqual([{ id: author.id }]);

	const silent = await makePerson(group.db);
	await group.db.delete(people).where(eq(people.id, silent.id));
});

test('C4: the id that a log goes by never changes', async () => {
	const another = { id: randomUUID() };
	for (const change of [
		group.db.update(rooms).set(another).where(eq(rooms.id, roomId)),
		group.db.update(people).set(another).where(eq(people.id, author.id))
	])
		await expect(change).rejects.toMatchObject({ cause: { code: '23001' } });
});

test('C4: a room that is deleted takes its log and its messages with it', async () => {
	await group.db.delete(rooms).where(eq(rooms.id, roomId));
	expect(
		await group.db.select({ seq: roomEvents.seq }).from(roomEvents).where(eq(roomEvents.roomId, roomId))
	).toEqual([]);
	expect(
		await group.db.select({ seq: roomMessages.seq }).from(roomMessages).where(eq(roomMessages.roomId, roomId))
	).toEqual([]);
});
