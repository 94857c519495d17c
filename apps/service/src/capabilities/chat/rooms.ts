import type { Database, Tx } from '@stazhirovka/db';
import type { RoomKind } from '@stazhirovka/domain/chat';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { announcePeople } from '../../shell/live.ts';
import { bar, letIn, letIntoNew, letOut, letOutOthers } from './members-store.ts';
import { letOutsidersOut } from './outsiders.ts';
import { postCard, type Author, type Card } from './post.ts';
import { findMyRoom } from './queries.ts';
import * as store from './rooms-store.ts';

/** The group room of a cohort (R105). Its members become exactly the cohort's tutors and confirmed interns. */
export async function ensureCohortRoom(
	tx: Tx,
	{ cohortId, title }: { cohortId: string; title: string }
): Promise<string> {
	const room = await store.ensureRoom(tx, 'group', title, { cohortId });
	await admitExactly(tx, room, await store.cohortPeople(tx, cohortId));
	return room.roomId;
}

export type PrivateRoom = { cohortId: string; enrolmentId: string; title: string; memberIds: string[] };

/** The private thread of an intern (R104). Its members become exactly these: a tutor who was replaced leaves. */
async function ensurePrivateRoom(tx: Tx, { title, memberIds, ...subject }: PrivateRoom): Promise<string> {
	const room = await store.ensureRoom(tx, 'private', title, subject);
	await admitExactly(tx, room, memberIds);
	return room.roomId;
}

/** The same for many who come at once: threads that are new are made and filled by one statement each. */
export async function ensurePrivateRooms(tx: Tx, wanted: PrivateRoom[]): Promise<void> {
	const made = await store.insertPrivateRooms(tx, wanted);
	const places = wanted.flatMap(({ enrolmentId, memberIds }) => {
		const roomId = made.get(enrolmentId);
		return roomId ? unique(memberIds).map((personId) => ({ roomId, personId })) : [];
	});
	await announcePeople(tx, await letIntoNew(tx, places));
	for (const room of wanted) if (!made.has(room.enrolmentId)) await ensurePrivateRoom(tx, room);
}

export type WorkRoom = { cohortId: string; finalWorkId: string; title: string; memberIds: string[] };

/** The discussion under a final work. People are only added. */
export async function ensureWorkRoom(tx: Tx, { title, memberIds, ...subject }: WorkRoom): Promise<string> {
	const { roomId, isNew } = await store.ensureRoom(tx, 'work', title, subject);
	await announcePeople(tx, await letIn(tx, roomId, unique(memberIds), { quiet: isNew }));
	return roomId;
}

/** Lets people into the discussions that were opened before they came to the cohort. */
export async function joinWorkRooms(tx: Tx, cohortId: string, personIds: string[]): Promise<void> {
	for (const roomId of await store.workRoomsOf(tx, cohortId))
		await announcePeople(tx, await letIn(tx, roomId, personIds));
}

type Leaving = { cohortId: string; enrolmentId: string; personId: string };

/**
 * Takes somebody who no longer studies out of the rooms of the cohort, out of the thread with the tutor and out of
 * associations that only the studies opened. Called when the enrolment is written.
 */
export async function leaveCohortRooms(
	tx: Tx,
	now: Date,
	{ cohortId, enrolmentId, personId }: Leaving
): Promise<void> {
	const { privateRoomId, groupRoomId } = await roomIds(tx, { cohortId, enrolmentId });
	const works = await store.workRoomsOf(tx, cohortId);
	for (const roomId of [privateRoomId, groupRoomId, ...works])
		if (roomId) await removeMember(tx, roomId, personId);
	await letOutsidersOut(tx, now, { personId });
}

/** Tutors who were taken off a cohort leave its discussions too (C9); its group room is settled by `ensureCohortRoom`. */
export async function leaveWorkRooms(
	tx: Tx,
	now: Date,
	{ cohortId, personIds }: { cohortId: string; personIds: string[] }
): Promise<void> {
	const works = personIds.length ? await store.workRoomsOf(tx, cohortId) : [];
	for (const roomId of works) for (const personId of personIds) await removeMember(tx, roomId, personId);
	for (const personId of personIds) await letOutsidersOut(tx, now, { personId });
}

/** Lets a person into a room, also one who had left it. */
export async function addMember(tx: Tx, roomId: string, personId: string): Promise<void> {
	await announcePeople(tx, await letIn(tx, roomId, [personId]));
}

/** The same, for good: the person does not come in again by himself. */
export async function expelMember(tx: Tx, roomId: string, personId: string): Promise<void> {
	await removeMember(tx, roomId, personId);
	await bar(tx, roomId, personId);
}

/** Takes a person out of a room; open sockets stop hearing of it within a second (C9). */
export async function removeMember(tx: Tx, roomId: string, personId: string): Promise<void> {
	await announcePeople(tx, await letOut(tx, roomId, personId));
}

/** Posts a card to the cohort's group room (R108). */
export async function postGroupCard(
	tx: Tx,
	author: Author,
	{ cohortId, ...card }: Card & { cohortId: string }
): Promise<number> {
	const { groupRoomId } = await roomIds(tx, { cohortId });
	return postCard(tx, author, { roomId: groupRoomId ?? missing('room'), ...card });
}

/** The rooms that hang on an intern, a cohort, a final work; null where none was made yet. */
export async function roomIds(
	db: Database | Tx,
	subject: { cohortId?: string; enrolmentId?: string; finalWorkId?: string }
): Promise<{ privateRoomId: string | null; groupRoomId: string | null; workRoomId: string | null }> {
	const found = await store.findRooms(db, subject);
	const of = (kind: RoomKind) => found.find((room) => room.kind === kind)?.id ?? null;
	return { privateRoomId: of('private'), groupRoomId: of('group'), workRoomId: of('work') };
}

/** The one door to a room: whoever is not in it gets the answer of a room that does not exist (R167). */
export async function enterRoom(db: Database | Tx, actor: Pick<Actor, 'personId'>, roomId: string) {
	return (await findMyRoom(db, actor.personId, roomId)) ?? missing('room');
}

/** The people of a room become exactly these; open sockets of the others stop hearing of it within a second (C9). */
export async function admitExactly(
	tx: Tx,
	{ roomId, isNew }: { roomId: string; isNew: boolean },
	memberIds: string[]
): Promise<void> {
	const left = await letOutOthers(tx, roomId, memberIds);
	const entered = await letIn(tx, roomId, unique(memberIds), { quiet: isNew });
	await announcePeople(tx, [...left, ...entered]);
}

function unique(ids: string[]): string[] {
	return [...new Set(ids)];
}
