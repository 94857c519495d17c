import { sql, type SQL } from 'drizzle-orm';
import { ROOM_CHANNEL } from '../../shell/live.ts';
import { MARKING } from './marking.ts';

/** A jsonb object that names one person's reaction. */
const reaction = sql`jsonb_build_object('name', fresh.body ->> 'name', 'by', fresh.author)`;

/** What an event makes of the message that it happened to. */
const changed = sql`
	update room_messages t set
		text = case fresh.type when 'message.edited' then fresh.body ->> 'text' when 'message.removed' then '' else t.text end,
		mentions = case fresh.type when 'message.edited' then fresh.body -> 'mentions' when 'message.removed' then '[]' else t.mentions end,
		edited_at = case fresh.type when 'message.edited' then fresh.at else t.edited_at end,
		files = case fresh.type when 'message.removed' then '[]' else t.files end,
		subject = case fresh.type when 'message.removed' then null else t.subject end,
		subject_key = case fresh.type when 'message.removed' then null else t.subject_key end,
		removed_at = case fresh.type when 'message.removed' then fresh.at else t.removed_at end,
		removal = case fresh.type when 'message.removed' then fresh.body else t.removal end,
		pinned = case fresh.type when 'message.pinned' then fresh.seq when 'message.unpinned' then null
			when 'message.removed' then null else t.pinned end,
		remarks = case fresh.type when 'remark.linked' then t.remarks || (fresh.body -> 'remark') else t.remarks end,
		reactions = case fresh.type
			when 'message.removed' then '[]'
			when 'reaction.added' then t.reactions || ${reaction}
			when 'reaction.removed' then (
				select coalesce(jsonb_agg(one order by place), '[]')
				from jsonb_array_elements(t.reactions) with ordinality as all_of(one, place) where one <> ${reaction})
			else t.reactions end
	from fresh where t.room_id = fresh.room and t.seq = fresh.message and fresh.type <> 'message.posted'`;

/** Whether the event would change nothing: the same sign again, a pin that is there. */
const idle = sql`case i.type
	when 'message.edited' then t.text = i.body ->> 'text'
	when 'reaction.added' then t.reactions @> jsonb_build_array(jsonb_build_object('name', i.body ->> 'name', 'by', i.author))
	when 'reaction.removed' then not t.reactions @> jsonb_build_array(jsonb_build_object('name', i.body ->> 'name', 'by', i.author))
	when 'message.pinned' then t.pinned is not null
	when 'message.unpinned' then t.pinned is null
	when 'remark.linked' then t.remarks @> jsonb_build_array(jsonb_build_object('id', i.body -> 'remark' ->> 'id'))
	when 'room.closed' then r.closed_at is not null
	when 'room.reopened' then r.closed_at is null
	when 'room.slowed' then r.slow_seconds = (i.body ->> 'seconds')::int
	else false end`;

/** What becomes of each event, by the rows as they stand under their locks. */
const word = sql`
	when s.seq is not null then 'stored'
	when i.moderator and not m.moderates then 'not_moderator'
	when i.open and r.closed_at is not null then 'closed'
	when i.open and i.type <> 'message.removed' and m.silenced_until > i.at and not m.moderates then 'silenced'
	when i.type = 'message.posted' and i.open and i.message is null and r.conference is not null and not m.moderates
		and r.conference -> 'floor' ->> 'personId' is distinct from i.author::text then 'not_your_floor'
	when i.type = 'message.posted' and r.slow_seconds > 0 and not m.moderates and i.open
		and (m.last_post_at > i.at - make_interval(secs => r.slow_seconds)
			or row_number() over (partition by i.room, i.author order by i.n) > 1) then 'slow'
	when i.message is not null and t.seq is null then 'aimless'
	when i.type <> 'message.posted' and t.removed_at is not null then 'removed'
	when i.own and t.author_id <> i.author then 'not_yours'
	when i.type in ('message.edited', 'message.removed') and t.card is not null then 'stays'
	when i.type <> 'message.posted' and ${idle} then 'idle'
	else 'new' end`;

/** What the events are: messages, or one thing done to a room or a message. */
export type Shape = 'messages' | 'act';
/** What to do about rooms that somebody holds. */
export type Locking = 'wait' | 'skip';

const posted = sql`message as (
		insert into room_messages (room_id, seq, client_id, author_id, text, files, subject, subject_key, card, reply_to, mentions, created_at)
		select room, seq, client, author, body ->> 'text', body -> 'files', nullif(body -> 'subject', 'null'),
			body ->> 'subjectKey', nullif(body -> 'card', 'null'), root, body -> 'mentions', at
		from fresh where type = 'message.posted'
	), mark as (
		${sql.raw(MARKING)}
	), answered as (
		update room_messages t set reply_count = t.reply_count + a.answers, last_reply = a.last
		from (select room, root, count(*) as answers, max(seq) as last from fresh
			where type = 'message.posted' and root is not null group by room, root) a
		where t.room_id = a.room and t.seq = a.root
	)`;
const acted = sql`changed as (${changed}
	), hushed as (
		update room_members m set silenced_until = (fresh.body ->> 'until')::timestamptz, silenced_reason = fresh.body ->> 'reason'
		from fresh where fresh.type in ('member.silenced', 'member.unsilenced') and m.room_id = fresh.room
			and m.person_id = (fresh.body ->> 'personId')::uuid
	), spared as (
		update room_members m set read_count = m.read_count + 1 from fresh
		where fresh.type = 'message.removed' and m.room_id = fresh.room and m.last_read_seq < fresh.message
			and m.person_id <> fresh.wrote
	)`;
/** Only what such events can change is in the statement, for each part costs time even when it finds nothing to do. */
const EFFECTS: Record<Shape, SQL> = { messages: posted, act: acted };
/** Whoever judges need not have a place in the room to be locked, and is locked himself: a deletion waits, or has won. */
const JUDGES: Record<Shape, { judge: SQL; isJudge: SQL; ofJudge: SQL }> = {
	messages: { judge: sql``, isJudge: sql`false`, ofJudge: sql`` },
	act: {
		judge: sql`judge as (
		select id from people where id in (select author from item where judge) order by id for key share
	),`,
		isJudge: sql`(i.judge and j.id is not null)`,
		ofJudge: sql`left join judge j on j.id = i.author`
	}
};
const HELD: Record<Locking, { held: SQL; isHeld: SQL }> = {
	wait: { held: sql``, isHeld: sql`` },
	skip: {
		held: sql`skip locked`,
		isHeld: sql`when r.id is null and exists (select from rooms where rooms.id = i.room) then 'held'`
	}
};

/**
 * The statement that writes to rooms whatever `POSTING` does not: any events, each checked by itself, and all that they change. The rooms are
 * locked first and in order, then their people and messages: whoever writes to a room waits for its turn here, so the
 * sequence has no holes and follows the order of commit (C4), and a removed member or a closed room wins or waits (C9).
 * Messages may come many at once; anything else comes alone, for a row changes once in a statement.
 */
export function appending(items: SQL, shape: Shape, locking: Locking): SQL {
	const { judge, isJudge, ofJudge } = JUDGES[shape];
	const { held, isHeld } = HELD[locking];
	return sql`
	with item as (
		select n, room, author, client, hash, coalesce(at, clock_timestamp()) as at, type, message, body, open, moderator, own, judge
		from jsonb_to_recordset(${items}::jsonb) as i(n int, room uuid, author uuid, client uuid, hash text,
			at timestamptz, type text, message bigint, body jsonb, open boolean, moderator boolean, own boolean, judge boolean)
	), room as (
		select id, cohort_id, last_seq, message_count, closed_at, slow_seconds, conference from rooms
		where id in (select room from item) order by id for no key update ${held}
	), ${judge} member as (
		select m.room_id, m.person_id, m.last_post_at, m.silenced_until, m.moderates or exists (
				select 1 from cohort_tutors c where c.cohort_id = room.cohort_id and c.person_id = m.person_id) as moderates
		from room join room_members m on m.room_id = room.id
		where (m.room_id, m.person_id) in (select room, author from item) and m.left_at is null
		order by m.room_id, m.person_id for no key update of m
	), target as (
		select t.room_id, t.seq, t.author_id, t.reply_to, t.text, t.files, t.card, t.removed_at, t.reactions, t.pinned, t.remarks
		from room join room_messages t on t.room_id = room.id
		where (t.room_id, t.seq) in (select room, message from item where message is not null)
		for no key update of t
	), verdict as (
		select i.*, case ${isHeld} when m.person_id is null and not ${isJudge} then 'outside' ${word} as word, s.seq as stored, s.body_hash, r.last_seq, r.message_count,
			coalesce(t.reply_to, t.seq) as root, t.author_id as wrote, t.text as said, t.files as files_before,
			ceil(extract(epoch from m.last_post_at - i.at) + r.slow_seconds)::int as wait
		from item i
		left join room r on r.id = i.room
		left join member m on m.room_id = i.room and m.person_id = i.author
		left join lateral (
			select e.seq, e.body_hash from room_events e
			where e.room_id = i.room and e.author_id = i.author and e.client_id = i.client limit 1) s on true
		left join target t on t.room_id = i.room and t.seq = i.message ${ofJudge}
	), fresh as (
		select *, message_count as before, last_seq + row_number() over (partition by room order by n) as seq,
			message_count + row_number() over (partition by room order by n) as place
		from verdict where word = 'new'
	), counter as (
		update rooms r set last_seq = r.last_seq + a.events, message_count = r.message_count + a.messages,
			closed_at = case a.type when 'room.closed' then a.at when 'room.reopened' then null else r.closed_at end,
			closed_reason = case a.type when 'room.closed' then a.body ->> 'reason' when 'room.reopened' then null else r.closed_reason end,
			slow_seconds = case a.type when 'room.slowed' then (a.body ->> 'seconds')::int else r.slow_seconds end
		from (
			select room, count(*) as events, count(*) filter (where type = 'message.posted') as messages,
				min(type) as type, min(at) as at, (array_agg(body))[1] as body
			from fresh group by room
		) a where r.id = a.room
		returning r.id, r.last_seq
	), event as (
		insert into room_events (room_id, seq, type, message, author_id, client_id, body, body_hash, created_at)
		select room, seq, type, case when type <> 'message.posted' then message end, author, client,
			case type when 'message.posted' then '{}' when 'message.edited' then jsonb_build_object('before', said)
				when 'message.removed' then body || jsonb_build_object('before', said, 'files', files_before) else body end,
			decode(hash, 'hex'), at
		from fresh
	), ${EFFECTS[shape]}, notice as materialized (
		select pg_notify(${sql.raw(`'${ROOM_CHANNEL}'`)}, id || ':' || last_seq) from counter
	)
	select v.n, v.word, coalesce(v.stored, fresh.seq)::int as seq, encode(v.body_hash, 'hex') as hash, v.wait,
		(select count(*) from notice)::int as rooms
	from verdict v left join fresh on fresh.n = v.n`;
}
