import type { Database, Tx } from '@stazhirovka/db';
import {
	enrolments,
	grants,
	nameColumns,
	organisations,
	outbox,
	people,
	roomMembers,
	rooms
} from '@stazhirovka/db/schema';
import { asc, desc, eq, inArray, like, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

/** What `GET /me` shows, in one round trip. */
export async function meFacts(db: Queryable, personId: string) {
	const [row] = await db
		.select({
			...nameColumns,
			email: people.email,
			studies: sql<boolean>`exists(select 1 from ${enrolments} e where e.person_id = ${people}.id)`,
			roles: sql<
				string[]
			>`coalesce((select array_agg(distinct g.role) from ${grants} g where g.person_id = ${people}.id), '{}')`,
			watches: sql<boolean>`exists(select 1 from ${grants} g where g.person_id = ${people}.id
				and g.role = 'observer' and g.scope_kind = 'municipality')`,
			unread: sql<number>`coalesce((
				select sum(greatest(r.message_count - m.read_count, 0)) from ${roomMembers} m join ${rooms} r on r.id = m.room_id
				where m.person_id = ${people}.id and m.left_at is null and not m.muted), 0)::int`
		})
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** The people of the demonstration region: those whose address is in its reserved domain. */
export function demonstrationPeople(db: Queryable) {
	return db
		.select({
			...nameColumns,
			email: people.email,
			position: people.position,
			organisation: organisations.shortTitle,
			roles: sql<
				string[]
			>`coalesce((select array_agg(distinct g.role) from ${grants} g where g.person_id = ${people}.id), '{}')`
		})
		.from(people)
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(like(people.email, '%.example'))
		.orderBy(asc(people.id));
}

export async function profileFacts(db: Queryable, personId: string) {
	const [row] = await db
		.select({ person: people, organisation: { id: organisations.id, title: organisations.shortTitle } })
		.from(people)
		.leftJoin(organisations, eq(organisations.id, people.organisationId))
		.where(eq(people.id, personId));
	return row;
}

export function outboxLetters(db: Queryable) {
	const { id, to, subject, text, createdAt, sentAt } = outbox;
	return db
		.select({ id, to, subject, text, createdAt, sentAt })
		.from(outbox)
		.orderBy(desc(outbox.id))
		.limit(100);
}

export type PersonNames = Awaited<ReturnType<typeof namesIn>>[number];

/** Names of people by their ids; null among these is nobody. */
export async function peopleNames(
	db: Queryable,
	ids: (string | null)[]
): Promise<ReadonlyMap<string, PersonNames>> {
	const known = [...new Set(ids.filter((id) => id !== null))];
	if (known.length === 0) return new Map();
	return new Map((await namesIn(db, known)).map((row) => [row.id, row]));
}

function namesIn(db: Queryable, ids: string[]) {
	return db.select(nameColumns).from(people).where(inArray(people.id, ids));
}
