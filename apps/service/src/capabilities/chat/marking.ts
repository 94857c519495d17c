/**
 * What posting makes of its author's own counters. Of `fresh` it takes `before`, the room's messages until then, and
 * `place`, that of a message among them.
 *
 * One's own message is never unread, so each adds one to what is not. The mark moves only over what nobody else stands
 * between, and only for whoever had nothing unread: words that waited an hour in an outbox have not read what came
 * meanwhile. A card is a record of something done elsewhere: it has read nothing, and slow mode does not count it.
 */
export const MARKING = `
		update room_members m set read_count = m.read_count + a.messages, last_post_at = coalesce(a.said_at, m.last_post_at),
			last_read_seq = case when m.read_count >= a.before then coalesce(a.top, m.last_read_seq) else m.last_read_seq end
		from (
			select room, author, min(before) as before, count(*) as messages, max(at) filter (where is_said) as said_at,
				max(seq) filter (where is_said and place = before + nth) as top
			from (
				select room, author, seq, place, before, at, nullif(body -> 'card', 'null') is null as is_said,
					row_number() over (partition by room, author order by n) as nth
				from fresh) own
			group by room, author) a
		where m.room_id = a.room and m.person_id = a.author`;
