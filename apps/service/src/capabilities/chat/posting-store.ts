import { ROOM_CHANNEL } from '../../shell/live.ts';
import { MARKING } from './marking.ts';

/**
 * Nearly all that is ever written: messages that answer nothing, into rooms that are open, not slowed and without turns. It answers
 * for those that it stored; what it leaves is judged by `appending`, which also knows what was stored before. The same
 * message once more breaks the unique key, and then nothing of this statement stands (C2).
 * The rooms are locked as there: in order, first of all, then their people (C4, C9).
 */
export const POSTING = `
	with item as (
		select n, room, author, client, hash, coalesce(at, clock_timestamp()) as at, body, open
		from jsonb_to_recordset($1::jsonb) as i(n int, room uuid, author uuid, client uuid, hash text,
			at timestamptz, body jsonb, open boolean)
	), room as (
		select id, last_seq, message_count, closed_at from rooms
		where id in (select room from item) and slow_seconds = 0 and conference is null order by id for no key update
	), member as (
		select m.room_id, m.person_id, m.silenced_until, room.last_seq, room.message_count, room.closed_at
		from room join room_members m on m.room_id = room.id
		where (m.room_id, m.person_id) in (select room, author from item) and m.left_at is null
		order by m.room_id, m.person_id for no key update of m
	), fresh as (
		select i.*, m.message_count as before, m.last_seq + row_number() over (partition by i.room order by i.n) as seq,
			m.message_count + row_number() over (partition by i.room order by i.n) as place
		from item i join member m on m.room_id = i.room and m.person_id = i.author
		where not i.open or (m.closed_at is null and (m.silenced_until is null or m.silenced_until <= i.at))
	), counter as (
		update rooms r set last_seq = r.last_seq + a.messages, message_count = r.message_count + a.messages
		from (select room, count(*) as messages from fresh group by room) a where r.id = a.room
		returning r.id, r.last_seq
	), event as (
		insert into room_events (room_id, seq, type, author_id, client_id, body, body_hash, created_at)
		select room, seq, 'message.posted', author, client, '{}', decode(hash, 'hex'), at from fresh
	), message as (
		insert into room_messages (room_id, seq, client_id, author_id, text, files, subject, subject_key, card, mentions, created_at)
		select room, seq, client, author, body ->> 'text', body -> 'files', nullif(body -> 'subject', 'null'),
			body ->> 'subjectKey', nullif(body -> 'card', 'null'), body -> 'mentions', at
		from fresh
	), mark as (
		${MARKING}
	), notice as materialized (
		select pg_notify('${ROOM_CHANNEL}', id || ':' || last_seq) from counter
	)
	select n, 'new' as word, seq::int as seq, null as hash, null as wait, (select count(*) from notice)::int as rooms from fresh`;
