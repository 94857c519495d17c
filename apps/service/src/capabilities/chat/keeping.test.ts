import type { Database, Tx } from '@stazhirovka/db';
import { people, roomEvents, roomMembers, roomMessages, rooms } from '@stazhirovka/db/schema';
import { eq, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openGroup, type Group } from '../../testing/group.ts';
import { makePerson } from '../../testing/person.ts';
import { append, type Verdict } from './append-store.ts';
import type { NewEvent } from './new-event.ts';
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
	await say(group.db, author);
});
afterAll(() => group.close());

function say(db: Database | Tx, { id }: { id: string }) {
	const words = { text: 'Здесь', files: [], subject: null, card: null, replyTo: null, mentions: [] };
	return post(db, { personId: id, at: null }, { roomId, clientId: randomUUID(), words });
}

/** By somebody who is not in the room. */
function hiding({ id }: { id: string }): NewEvent {
	return {
		...{
			type: 'message.removed',
			message: 1,
			body: { by: 'moderator', reason: 'Грубо' },
			hash: '',
			at: null
		},
		...{ roomId, authorId: id, clientId: randomUUID(), demands: { judge: true } }
	};
}

async function someoneWaits(): Promise<boolean> {
	const waits = await group.db.execute(sql`
		select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
	return waits.length > 0;
}

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

test('C4: a deletion of a person waits for what the person is about to write, and is then refused', async () => {
	const [member, judge] = [await makePerson(group.db), await makePerson(group.db)];
	await group.db.insert(roomMembers).values({ roomId, personId: member.id });
	const writing = [
		{ by: member, write: (tx: Tx) => say(tx, member) },
		{ by: judge, write: (tx: Tx) => append(tx, [hiding(judge)]) }
	];
	for (const { by, write } of writing) {
		let deletion: Promise<unknown> = Promise.resolve();
		await group.db.transaction(async (tx) => {
			await write(tx);
			deletion = group.db.delete(people).where(eq(people.id, by.id)).execute();
			deletion.catch(() => undefined);
			await vi.waitUntil(() => someoneWaits());
		});
		await expect(deletion).rejects.toMatchObject({ cause: { code: '23503' } });
	}
});

test('C4: whoever judges and is being deleted writes nothing', async () => {
	const judge = await makePerson(group.db);
	let writing: Promise<Verdict[]> | undefined;
	await group.db.transaction(async (tx) => {
		await tx.delete(people).where(eq(people.id, judge.id));
		writing = append(group.db, [hiding(judge)]);
		await vi.waitUntil(() => someoneWaits());
	});
	expect(await writing).toMatchObject([{ word: 'outside' }]);
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
