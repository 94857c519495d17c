import type { Database, Tx } from '@stazhirovka/db';
import { nameColumns, people, roomEvents, roomMembers } from '@stazhirovka/db/schema';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { inside, list } from './queries.ts';

type Queryable = Database | Tx;

/** Of these people, those who are in the room, in the order given. */
export async function membersAmong(db: Queryable, roomId: string, personIds: string[]): Promise<string[]> {
	if (personIds.length === 0) return [];
	const rows = await db
		.select({ personId: roomMembers.personId })
		.from(roomMembers)
		.where(
			and(eq(roomMembers.roomId, roomId), sql`${roomMembers.personId} = any(${list(personIds)})`, inside)
		);
	const here = new Set(rows.map(({ personId }) => personId));
	return [...new Set(personIds)].filter((id) => here.has(id));
}

type Name = { id: string; surname: string; givenName: string; patronymic: string | null };

/** The people of each of these rooms but one. */
export async function membersNames(
	db: Queryable,
	roomIds: string[],
	exceptId: string
): Promise<Map<string, Name[]>> {
	if (roomIds.length === 0) return new Map();
	const rows = await db
		.select({ roomId: roomMembers.roomId, name: nameColumns })
		.from(roomMembers)
		.innerJoin(people, eq(people.id, roomMembers.personId))
		.where(
			and(sql`${roomMembers.roomId} = any(${list(roomIds)})`, ne(roomMembers.personId, exceptId), inside)
		)
		.orderBy(asc(people.surname));
	const names = new Map<string, Name[]>();
	for (const { roomId, name } of rows) names.set(roomId, [...(names.get(roomId) ?? []), name]);
	return names;
}

/** What was stored under a client's id. */
export async function findStored(
	db: Queryable,
	{ roomId, authorId, clientId }: { roomId: string; authorId: string; clientId: string }
) {
	const [row] = await db
		.select({ seq: roomEvents.seq, hash: sql<string>`encode(${roomEvents.bodyHash}, 'hex')` })
		.from(roomEvents)
		.where(
			and(eq(roomEvents.roomId, roomId), eq(roomEvents.authorId, authorId), eq(roomEvents.clientId, clientId))
		);
	return row;
}
