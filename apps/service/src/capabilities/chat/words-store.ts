import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

/** Of the rooms that are furthest behind so many go by one statement, with so many events each: some 50 ms. */
const ROOMS = 20;
const EVENTS = 50;

/** Rooms in which something was said for the first time. One that is being deleted is passed by. */
async function beginRooms(db: Database | Tx): Promise<void> {
	await db.execute(sql`
		insert into room_words (room_id, up_to)
		select r.id, 0 from rooms r where r.last_seq > 0 and not exists (select from room_words w where w.room_id = r.id)
		for key share of r skip locked
		on conflict do nothing`);
}

/**
 * Enters the next words, and says whether some may be left. Rooms that another process is at are passed by. What a
 * message says may change meanwhile: its row is then there first, or is put right after this.
 */
async function enterNext(db: Database | Tx): Promise<boolean> {
	const rows = await db.execute<{ events: number }>(sql`
		with behind as materialized (
			select w.room_id, w.up_to, least(r.last_seq, w.up_to + ${EVENTS}) as top
			from room_words w join rooms r on r.id = w.room_id where r.last_seq > w.up_to
			order by r.last_seq - w.up_to desc limit ${ROOMS} for no key update of w skip locked
		), entered as (
			insert into message_words (room_id, seq, words)
			select b.room_id, m.seq, words_of_message(m.text, m.files)
			from behind b cross join lateral (
				select t.seq, t.text, t.files from room_messages t
				where t.room_id = b.room_id and t.seq > b.up_to and t.seq <= b.top and t.removed_at is null
				order by t.seq limit ${EVENTS}) m
			on conflict do nothing
		)
		update room_words w set up_to = b.top from behind b where w.room_id = b.room_id
		returning (b.top - b.up_to)::int as events`);
	return rows.length === ROOMS || rows.some(({ events }) => events === EVENTS);
}

/** Enters the words of what was said until now; several processes may do it at once. */
export async function enterWords(
	{ db }: { db: Database | Tx },
	isStopped: () => boolean = () => false
): Promise<void> {
	await beginRooms(db);
	while (!isStopped() && (await enterNext(db)));
}
