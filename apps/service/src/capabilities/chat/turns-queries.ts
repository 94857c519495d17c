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

const columns = sql`e.room_id, 0 as thread, r.cohort_id, r.kind, e.seq, e.created_at as at, e.author_id,
	e.body ->> 'text' as text, n.id is not null as by_intern`;
const ofIntern = sql`${enrolments} n on n.cohort_id = r.cohort_id and n.person_id = e.author_id`;

/** Words in the rooms of interns. Cards are records of what was handed in, not words to somebody. */
function said(which: Which, since: Date): SQL {
	return sql`r.kind in ('private', 'group') and e.type = 'message.posted' and e.body ->> 'card' is null
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
	return read(
		db,
		sql`select ${columns} from ${rooms} r join room_events e on e.room_id = r.id left join ${ofIntern}
			where ${said(which, since)} order by e.room_id, e.seq`
	);
}

/** What interns said after the staff's last word, in order. */
export function turnsOpen(db: Queryable, which: Which, since: Date): Promise<TurnRow[]> {
	return read(
		db,
		// The fences (materialized, the author by itself, offset) keep it a walk from a room's end to the last answer.
		sql`with answered as materialized (
				select r.id, coalesce((select e.seq from room_events e
					where e.room_id = r.id and e.type = 'message.posted'
						and (select n.id from ${enrolments} n
							where n.cohort_id = r.cohort_id and n.person_id = e.author_id) is null
					order by e.seq desc limit 1), 0) as seq
				from ${rooms} r where r.kind in ('private', 'group') and ${within(which)})
			select ${columns} from answered
			join ${rooms} r on r.id = answered.id
			cross join lateral (select * from room_events e
				where e.room_id = answered.id and e.seq > answered.seq offset 0) e
			join ${ofIntern}
			where ${said(which, since)} order by e.room_id, e.seq`
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
