import type { Database, Tx } from '@stazhirovka/db';
import { cohortTutors, enrolments, nameColumns, people, roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull, notExists, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;

/** A message of a conversation of interns with their tutors, and who wrote it. */
export type TurnRow = {
	roomId: string;
	/** Zero: the room's own conversation. */
	thread: number;
	cohortId: string;
	kind: 'private' | 'group';
	seq: number;
	at: Date;
	by: 'intern' | 'staff';
	authorId: string;
	text: string;
};

type Which = { tutorId: string } | { cohortId: string } | { everywhere: true };

/** What is written in the rooms of interns. Cards are records of what was handed in, not words to somebody. */
function said(which: Which, since: Date): SQL {
	return sql`
		select e.room_id, 0 as thread, r.cohort_id, r.kind, e.seq, e.created_at as at, e.author_id,
			e.body ->> 'text' as text,
			exists(select 1 from ${enrolments} n
				where n.cohort_id = r.cohort_id and n.person_id = e.author_id) as by_intern
		from ${rooms} r join room_events e on e.room_id = r.id
		where r.kind in ('private', 'group') and e.type = 'message.posted' and e.body ->> 'card' is null
			and e.created_at >= ${since.toISOString()} and ${within(which)}`;
}

function within(which: Which): SQL {
	if ('cohortId' in which) return sql`r.cohort_id = ${which.cohortId}`;
	if ('everywhere' in which) return sql`true`;
	return sql`exists(select 1 from ${cohortTutors} t
			where t.cohort_id = r.cohort_id and t.person_id = ${which.tutorId})
		and exists(select 1 from ${roomMembers} m
			where m.room_id = r.id and m.person_id = ${which.tutorId} and m.left_at is null)`;
}

/** Everything that was said, in order. */
export function turnsSaid(db: Queryable, which: Which, since: Date): Promise<TurnRow[]> {
	return read(db, sql`select * from (${said(which, since)}) said order by room_id, thread, seq`);
}

/** What interns said after the staff's last word, in order. */
export function turnsOpen(db: Queryable, which: Which, since: Date): Promise<TurnRow[]> {
	return read(
		db,
		sql`
		with said as materialized (${said(which, since)}),
		answered as (select room_id, thread, max(seq) as seq from said where not by_intern group by 1, 2)
		select said.* from said left join answered using (room_id, thread)
		where by_intern and said.seq > coalesce(answered.seq, 0)
		order by room_id, thread, said.seq`
	);
}

async function read(db: Queryable, query: SQL): Promise<TurnRow[]> {
	const rows = await db.execute<Record<string, unknown>>(query);
	return rows.map((row) => ({
		roomId: String(row.room_id),
		thread: Number(row.thread),
		cohortId: String(row.cohort_id),
		kind: row.kind === 'group' ? 'group' : 'private',
		seq: Number(row.seq),
		at: new Date(String(row.at)),
		by: row.by_intern ? 'intern' : 'staff',
		authorId: String(row.author_id),
		text: String(row.text ?? '')
	}));
}

/** Who may answer in each of these rooms: the people in it who do not study in its cohort. */
export function respondersOf(db: Queryable, roomIds: string[]) {
	const studies = db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(and(eq(enrolments.cohortId, rooms.cohortId), eq(enrolments.personId, roomMembers.personId)));
	return db
		.select({ roomId: rooms.id, cohortId: rooms.cohortId, ...nameColumns, email: people.email })
		.from(roomMembers)
		.innerJoin(rooms, eq(rooms.id, roomMembers.roomId))
		.innerJoin(people, eq(people.id, roomMembers.personId))
		.where(and(inArray(rooms.id, roomIds), isNull(roomMembers.leftAt), notExists(studies)));
}
