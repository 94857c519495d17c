import type { Database, Tx } from '@stazhirovka/db';
import {
	cohortTutors,
	enrolments,
	nameColumns,
	people,
	roomMembers,
	roomMessages,
	rooms
} from '@stazhirovka/db/schema';
import { and, eq, inArray, isNotNull, isNull, notExists, sql, type SQL } from 'drizzle-orm';

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
	/** Whom it calls by name, where the room is spoken to; nobody: everybody. */
	to: string[];
	text: string;
};

/** `everywhere`: the rooms in which something was said since a moment. */
type Which = { tutorId: string } | { cohortId: string } | { everywhere: { saidSince: Date } };

/** Words that a person wrote: the service's own carry an id of a version that no client makes (`templateId`). */
const byPerson = sql`substr(e.client_id::text, 15, 1) <> '8'`;
const ofIntern = sql`${enrolments} n on n.cohort_id = r.cohort_id and n.person_id = e.author_id`;

/**
 * Words in the rooms of interns, those that still stand. Cards are records of what was handed in, not words to somebody;
 * a template is sent by the staff and answers nobody. An intern's message with replies begins a thread, and is of it; the
 * staff's own stays in the room's conversation, where it has answered what was asked there.
 */
function said(which: Which, since: Date): SQL {
	return sql`select e.room_id, coalesce(e.reply_to, case when e.reply_count > 0 and n.id is not null then e.seq else 0 end) as thread,
			r.cohort_id, r.kind, e.seq, e.created_at as at, e.author_id, e.text, e.mentions, n.id is not null as by_intern
		from ${rooms} r join ${roomMessages} e on e.room_id = r.id left join ${ofIntern}
		where r.kind in ('private', 'group') and e.removed_at is null and e.card is null
			and (n.id is not null or ${byPerson})
			and e.created_at >= ${since.toISOString()} and ${within(which)}`;
}

function within(which: Which): SQL {
	if ('cohortId' in which) return sql`r.cohort_id = ${which.cohortId}`;
	if ('everywhere' in which)
		return sql`(select l.created_at from ${roomMessages} l where l.room_id = r.id order by l.seq desc limit 1)
			>= ${which.everywhere.saidSince.toISOString()}`;
	return sql`exists(select 1 from ${cohortTutors} t
			where t.cohort_id = r.cohort_id and t.person_id = ${which.tutorId})
		and exists(select 1 from ${roomMembers} m
			where m.room_id = r.id and m.person_id = ${which.tutorId} and m.left_at is null)`;
}

/** Everything that was said, in order. */
export function turnsSaid(db: Queryable, which: Which, since: Date): Promise<TurnRow[]> {
	return read(db, sql`${said(which, since)} order by e.room_id, e.seq`);
}

/** What interns said after the staff's last word to everybody in the same conversation, in order, and words to some since. */
export function turnsOpen(db: Queryable, which: Which, since: Date): Promise<TurnRow[]> {
	return read(
		db,
		sql`with words as materialized (${said(which, since)}),
			answered as (
				select room_id, thread, max(seq) as seq from words
				where not by_intern and (thread <> 0 or mentions = '[]') group by room_id, thread)
			select words.* from words left join answered using (room_id, thread)
			where words.seq > coalesce(answered.seq, 0)
			order by words.room_id, words.seq`
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
		to: row.mentions as string[],
		text: String(row.text ?? '')
	}));
}

/** Who may answer in each of these rooms of cohorts: the people in it who do not study in its cohort and are not blocked. */
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
		.where(
			and(
				inArray(rooms.id, roomIds),
				isNotNull(rooms.cohortId),
				isNull(roomMembers.leftAt),
				isNull(people.blockedAt),
				notExists(studies)
			)
		);
}
