import type { Database, Tx } from '@stazhirovka/db';
import { prepared } from '@stazhirovka/db/prepared';
import {
	chatSettings,
	cohorts,
	cohortTutors,
	nameColumns,
	people,
	roomMembers,
	roomMessages,
	rooms,
	sites,
	spaces
} from '@stazhirovka/db/schema';
import { and, asc, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

export const inside = isNull(roomMembers.leftAt);
/** Messages of others after the read mark: a difference of two counters, whatever else happened in between. */
export const unread = sql<number>`greatest(${rooms.messageCount} - ${roomMembers.readCount}, 0)::int`;
/** A tutor of the cohort, or whoever was made the room's moderator. */
export const moderates = sql<boolean>`(${roomMembers.moderates} or exists (
	select 1 from ${cohortTutors} c where c.cohort_id = ${rooms.cohortId} and c.person_id = ${roomMembers.personId}))`;

/** The site of a room, its own or its cohort's, and what it is called by the room's people. */
export const siteId = sql<string>`coalesce(${rooms.siteId}, ${cohorts.siteId})`;
const place = sql<string>`coalesce(${cohorts.title}, ${sites.title})`;

/** Something unread calls the person by name. */
const called = (personId: string) => sql<boolean>`(${unread} > 0 and exists (
	select 1 from room_messages e where e.room_id = ${rooms.id} and e.seq > ${roomMembers.lastReadSeq}
		and e.removed_at is null and e.author_id <> ${personId}
		and e.mentions <> '[]' and e.mentions @> jsonb_build_array(${personId}::text)))`;

/** The rooms that a person is in, each with its newest message: one round trip however many there are. */
export function myRooms(db: Queryable, personId: string) {
	const others = db
		.select({
			names: sql<
				{ surname: string; givenName: string; patronymic: string | null }[] | null
			>`jsonb_agg(jsonb_build_object('surname', ${people.surname}, 'givenName', ${people.givenName}, 'patronymic', ${people.patronymic}) order by ${people.surname})`.as(
				'names'
			)
		})
		.from(sql`room_members other`)
		.innerJoin(people, sql`${people.id} = other.person_id`)
		.where(sql`other.room_id = ${rooms.id} and other.left_at is null and other.person_id <> ${personId}`)
		.as('others');
	const last = db
		.select({
			text: roomMessages.text,
			card: roomMessages.card,
			files: roomMessages.files,
			at: roomMessages.createdAt
		})
		.from(roomMessages)
		.where(and(eq(roomMessages.roomId, rooms.id), isNull(roomMessages.removedAt)))
		.orderBy(desc(roomMessages.seq))
		.limit(1)
		.as('last');

	return db
		.select({
			id: rooms.id,
			kind: rooms.kind,
			title: rooms.title,
			cohort: place,
			unread,
			called: called(personId),
			muted: roomMembers.muted,
			closed: sql<boolean>`${rooms.closedAt} is not null`,
			startsAt: spaces.startsAt,
			timeZone: sites.timeZone,
			last: { text: last.text, card: last.card, files: last.files },
			lastAt: last.at,
			others: others.names
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.leftJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.innerJoin(sites, eq(sites.id, siteId))
		.leftJoin(spaces, eq(spaces.id, rooms.spaceId))
		.leftJoinLateral(last, sql`true`)
		.leftJoinLateral(others, eq(rooms.kind, 'private'))
		.where(and(eq(roomMembers.personId, personId), inside))
		.orderBy(sql`${last.at} desc nulls last`, asc(rooms.id));
}

const mine = prepared((db) =>
	db
		.select({
			id: rooms.id,
			kind: rooms.kind,
			title: rooms.title,
			epoch: rooms.epoch,
			seq: rooms.lastSeq,
			lastReadSeq: roomMembers.lastReadSeq,
			unread,
			closedAt: rooms.closedAt,
			closedReason: rooms.closedReason,
			slowSeconds: rooms.slowSeconds,
			muted: roomMembers.muted,
			moderates,
			createdAt: rooms.createdAt,
			cohortId: rooms.cohortId,
			enrolmentId: rooms.enrolmentId,
			cohort: place,
			siteId: sites.id,
			spaceId: rooms.spaceId,
			conference: rooms.conference,
			startsAt: spaces.startsAt,
			minutes: spaces.minutes,
			timeZone: sites.timeZone,
			programmeVersionId: cohorts.programmeVersionId
		})
		.from(rooms)
		.innerJoin(
			roomMembers,
			and(eq(roomMembers.roomId, rooms.id), eq(roomMembers.personId, sql.placeholder('personId')), inside)
		)
		.leftJoin(cohorts, eq(cohorts.id, rooms.cohortId))
		.innerJoin(sites, eq(sites.id, siteId))
		.leftJoin(spaces, eq(spaces.id, rooms.spaceId))
		.where(eq(rooms.id, sql.placeholder('roomId')))
		.prepare('my_room')
);

/** What a person in the room may know of it; undefined for everybody else. */
export async function findMyRoom(db: Queryable, personId: string, roomId: string) {
	const [row] = await mine(db).execute({ personId, roomId });
	return row;
}
export type MyRoom = NonNullable<Awaited<ReturnType<typeof findMyRoom>>>;

const members = prepared((db) =>
	db
		.select({
			...nameColumns,
			mark: sql<
				number | null
			>`case when ${chatSettings.hidesReadMark} then null else ${roomMembers.lastReadSeq} end`.mapWith(
				(seq: string | null) => (seq === null ? null : Number(seq))
			)
		})
		.from(roomMembers)
		.innerJoin(people, eq(people.id, roomMembers.personId))
		.leftJoin(chatSettings, eq(chatSettings.personId, people.id))
		.where(and(eq(roomMembers.roomId, sql.placeholder('roomId')), inside))
		.prepare('room_members_of')
);

/** Who is in the room, and how far each has read (null for whoever hides it). */
export function membersOf(db: Queryable, roomId: string) {
	return members(db).execute({ roomId });
}

const silenced = prepared((db) =>
	db
		.select({
			personId: roomMembers.personId,
			until: roomMembers.silencedUntil,
			reason: roomMembers.silencedReason
		})
		.from(roomMembers)
		.where(and(eq(roomMembers.roomId, sql.placeholder('roomId')), isNotNull(roomMembers.silencedUntil)))
		.prepare('room_silenced')
);

/** Who was silenced, also of those who went out since: it holds when they come back. */
export function silencedIn(db: Queryable, roomId: string) {
	return silenced(db).execute({ roomId });
}

/** Private threads with something that this tutor has not read, the longest waiting first. */
export async function unreadPrivateThreads(db: Queryable, tutorId: string) {
	const since = sql<string>`min(${roomMessages.createdAt})`;
	const rows = await db
		.select({
			roomId: rooms.id,
			cohortId: rooms.cohortId,
			enrolmentId: sql<string>`${rooms.enrolmentId}`,
			unread: sql<number>`count(*)::int`,
			since,
			lastText: sql<string>`(array_agg(${roomMessages.text} order by ${roomMessages.seq} desc))[1]`
		})
		.from(roomMembers)
		.innerJoin(
			rooms,
			and(eq(rooms.id, roomMembers.roomId), eq(rooms.kind, 'private'), isNotNull(rooms.enrolmentId))
		)
		.innerJoin(
			roomMessages,
			and(
				eq(roomMessages.roomId, rooms.id),
				gt(roomMessages.seq, roomMembers.lastReadSeq),
				ne(roomMessages.authorId, tutorId),
				isNull(roomMessages.removedAt)
			)
		)
		.where(and(eq(roomMembers.personId, tutorId), inside))
		.groupBy(rooms.id)
		.orderBy(asc(since));
	return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}

/** How much of each of these rooms each of these people has not read, and of all together that are not muted. */
export function unreadCounts(db: Queryable, roomIds: string[], personIds: string[]) {
	return db
		.select({
			personId: roomMembers.personId,
			roomId: roomMembers.roomId,
			count: unread,
			total: sql<number>`(select coalesce(sum(greatest(r.message_count - m.read_count, 0)), 0)::int
				from room_members m join rooms r on r.id = m.room_id
				where m.person_id = ${roomMembers.personId} and m.left_at is null and not m.muted)`
		})
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.where(
			and(
				sql`${roomMembers.roomId} = any(${list(roomIds)})`,
				sql`${roomMembers.personId} = any(${list(personIds)})`,
				inside
			)
		);
}

/** Ids as one parameter, so that a statement is prepared once for any number of them. */
export function list(ids: string[]) {
	return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
