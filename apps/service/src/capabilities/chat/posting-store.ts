import { ROOM_CHANNEL } from '../../shell/live.ts';
import { MARKING } from './marking.ts';
import type { NewEvent } from './new-event.ts';
import type { Locking } from './statement-store.ts';

/**
 * Nearly all that is ever written: messages that answer nothing, into rooms that are open, not slowed and without turns. It answers
 * for those that it stored; what it leaves is judged by `appending`, which also knows what was stored before. The same
 * message once more breaks the unique key, and then nothing of this statement stands (C2).
 * The rooms are locked as there: in order, first of all, then their people (C4, C9).
 */
export const POSTING: Record<Locking, string> = { wait: posting(''), skip: posting('skip locked') };

/** What `POSTING` takes: a list for each column, and the rooms. */
export function columnsOf(events: readonly NewEvent[]): (string | null)[][] {
	const each = (read: (event: NewEvent) => string | null) => events.map(read);
	return [
		each(({ roomId }) => roomId),
		each(({ authorId }) => authorId),
		each(({ clientId }) => clientId),
		each(({ hash }) => hash),
		each(({ at }) => at && at.toISOString()),
		each(({ body }) => String(body.text)),
		each(({ body }) => moreThanWords(body)),
		each(({ demands }) => String(demands.open ?? false)),
		[...new Set(each(({ roomId }) => roomId))]
	];
}

/** Nearly always a message is words alone, and then this is nothing. */
function moreThanWords({ text: _, ...rest }: NewEvent['body']): string | null {
	const isEmpty = (part: unknown) => part === null || (Array.isArray(part) && part.length === 0);
	return Object.values(rest).every(isEmpty) ? null : JSON.stringify(rest);
}

function posting(held: '' | 'skip locked'): string {
	return `
	with item as (
		select n, room, author, client, hash, coalesce(at::timestamptz, clock_timestamp()) as at, text, body::jsonb as body, open
		from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]::boolean[])
			with ordinality as i(room, author, client, hash, at, text, body, open, n)
	), room as (
		select id, last_seq, message_count, closed_at from rooms
		where id = any($9::uuid[]) and slow_seconds = 0 and conference is null order by id for no key update ${held}
	), seat as materialized (
		select i.n, i.room, i.author, i.client, i.hash, i.at, i.text, i.body, i.open, room.last_seq, room.message_count as before
		from item i join room on room.id = i.room where not i.open or room.closed_at is null
	), entry as (
		select s.n, s.room, s.author, s.client, s.hash, s.at, s.text, s.body, s.last_seq, s.before
		from seat s join room_members m on m.room_id = s.room and m.person_id = s.author
		where m.left_at is null and (not s.open or m.silenced_until is null or m.silenced_until <= s.at)
		order by m.room_id, m.person_id for no key update of m
	), fresh as (
		select *, last_seq + row_number() over (partition by room order by n) as seq,
			before + row_number() over (partition by room order by n) as place
		from entry
	), counter as (
		update rooms r set last_seq = a.top, message_count = a.count
		from (select room, max(seq) as top, max(place) as count from fresh group by room) a where r.id = a.room
		returning r.id, r.last_seq
	), event as (
		insert into room_events (room_id, seq, type, author_id, client_id, body, body_hash, created_at)
		select room, seq, 'message.posted', author, client, '{}', decode(hash, 'hex'), at from fresh
	), message as (
		insert into room_messages (room_id, seq, client_id, author_id, text, files, subject, subject_key, card, mentions, created_at)
		select room, seq, client, author, text, coalesce(body -> 'files', '[]'), nullif(body -> 'subject', 'null'),
			body ->> 'subjectKey', nullif(body -> 'card', 'null'), coalesce(body -> 'mentions', '[]'), at
		from fresh
	), mark as (
		${MARKING}
	), notice as materialized (
		select pg_notify('${ROOM_CHANNEL}', id || ':' || last_seq) from counter
	)
	select (n - 1)::int as n, seq::int as seq, (select count(*) from notice)::int as rooms from fresh`;
}
