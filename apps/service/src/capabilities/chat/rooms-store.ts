import type { Database, Tx } from '@stazhirovka/db';
import { cohortTutors, enrolments, rooms } from '@stazhirovka/db/schema';
import type { RoomKind } from '@stazhirovka/domain/chat';
import { PERSON_CHANNEL } from '../../shell/live.ts';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
type OfCohort = { cohortId: string; enrolmentId?: string; finalWorkId?: string };
type OfSite = { siteId: string; groupId?: string; spaceId?: string };
export type Subject = OfCohort | OfSite;

/**
 * One room per kind and subject, whoever asks first and however many ask at once. It is held until the end of the
 * transaction: of two that settle its members at once the later one sees whom the earlier one let in.
 */
export async function ensureRoom(
	tx: Tx,
	kind: RoomKind,
	title: string,
	subject: Subject
): Promise<{ roomId: string; isNew: boolean }> {
	const [made] = await tx
		.insert(rooms)
		.values({ kind, title, ...subject })
		.onConflictDoNothing()
		.returning({ id: rooms.id });
	if (made) return { roomId: made.id, isNew: true };

	const [room] = await tx
		.select({ id: rooms.id, title: rooms.title })
		.from(rooms)
		.where(and(eq(rooms.kind, kind), about(subject)))
		.for('no key update');
	if (room && kind === 'group' && room.title !== title)
		await tx.update(rooms).set({ title }).where(eq(rooms.id, room.id));
	if (!room) throw new Error(`The ${kind} room of ${JSON.stringify(subject)} is neither new nor there`);
	return { roomId: room.id, isNew: false };
}

/** The private threads that were not there, by enrolment. */
export async function insertPrivateRooms(
	tx: Tx,
	wanted: { cohortId: string; enrolmentId: string; title: string }[]
): Promise<ReadonlyMap<string, string>> {
	if (wanted.length === 0) return new Map();
	const made = await tx
		.insert(rooms)
		.values(
			wanted.map(({ cohortId, enrolmentId, title }) => ({
				cohortId,
				enrolmentId,
				title,
				kind: 'private' as const
			}))
		)
		.onConflictDoNothing()
		.returning({ id: rooms.id, enrolmentId: rooms.enrolmentId });
	return new Map(made.flatMap(({ id, enrolmentId }) => (enrolmentId ? [[enrolmentId, id]] : [])));
}

const KEYS = ['cohortId', 'enrolmentId', 'finalWorkId', 'siteId', 'groupId', 'spaceId'] as const;

function about(subject: Subject) {
	const given: Partial<Record<(typeof KEYS)[number], string>> = subject;
	return and(...KEYS.map((key) => (given[key] ? eq(rooms[key], given[key]) : isNull(rooms[key]))));
}

/** Who belongs in the group room: the cohort's tutors and the interns who study in it. */
export async function cohortPeople(tx: Tx, cohortId: string): Promise<string[]> {
	const tutors = tx
		.select({ id: cohortTutors.personId })
		.from(cohortTutors)
		.where(eq(cohortTutors.cohortId, cohortId));
	const interns = tx
		.select({ id: enrolments.personId })
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, cohortId), inArray(enrolments.state, ['confirmed', 'completed'])));

	return (await tutors.union(interns)).map(({ id }) => id);
}

/** The discussions under the works of a cohort. */
export async function workRoomsOf(tx: Tx, cohortId: string): Promise<string[]> {
	const found = await tx
		.select({ id: rooms.id })
		.from(rooms)
		.where(and(eq(rooms.kind, 'work'), eq(rooms.cohortId, cohortId)));
	return found.map(({ id }) => id);
}

/** The rooms of an intern, a cohort, a final work: at most one of each kind. */
export function findRooms(db: Queryable, subject: Partial<OfCohort>) {
	const wanted = [
		subject.enrolmentId && and(eq(rooms.kind, 'private'), eq(rooms.enrolmentId, subject.enrolmentId)),
		subject.cohortId && and(eq(rooms.kind, 'group'), eq(rooms.cohortId, subject.cohortId)),
		subject.finalWorkId && and(eq(rooms.kind, 'work'), eq(rooms.finalWorkId, subject.finalWorkId))
	].filter((condition) => condition !== '' && condition !== undefined);

	return db
		.select({ id: rooms.id, kind: rooms.kind })
		.from(rooms)
		.where(wanted.length ? or(...wanted) : sql`false`);
}

/**
 * Moves a read mark forward, never back and never past the end; tells the person's other windows. The place in the room
 * is held first: what was posted or removed while it was waited for is then counted too.
 */
export async function moveReadMark(
	db: Queryable,
	personId: string,
	roomId: string,
	seq: number
): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.execute(
			sql`select 1 from room_members where room_id = ${roomId} and person_id = ${personId} for no key update`
		);
		await tx.execute(sql`
			with moved as (
				update room_members m set last_read_seq = least(${seq}, r.last_seq),
					read_count = r.message_count - (select count(*) from room_messages t where t.room_id = r.id
						and t.seq > ${seq} and t.author_id <> m.person_id and t.removed_at is null)
				from rooms r
				where r.id = m.room_id and m.room_id = ${roomId} and m.person_id = ${personId} and m.left_at is null
					and m.last_read_seq < least(${seq}, r.last_seq)
				returning m.person_id, m.room_id
			)
			select pg_notify(${PERSON_CHANNEL}, person_id || ':' || room_id) from moved`);
	});
}
