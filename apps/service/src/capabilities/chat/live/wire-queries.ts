import type { Database } from '@stazhirovka/db';
import type { ChatEventType } from '@stazhirovka/domain/chat';

/** An event with what is JSON left as the database wrote it, and every number as text. */
export type WireRow = {
	seq: string;
	type: ChatEventType;
	meant: string | null;
	clientId: string;
	/** Null for a posting, which has none. */
	body: string | null;
	at: string;
	authorId: string;
	surname: string;
	givenName: string;
	patronymic: string | null;
	replyTo: string | null;
	/** Of a posting that is words alone; of everything else they stand in `words`. */
	text: string | null;
	/** Of the message that it is, or that it happened to. */
	words: string | null;
};

const WORDS = `json_build_object('text', m.text, 'files', m.files, 'subject', m.subject,
		'card', m.card, 'replyTo', m.reply_to, 'mentions', m.mentions)::text`;

/**
 * Nothing is made of the rows here, and the database makes as little: an object of JSON and a moment in words cost it
 * twice as much as all the rest, so it makes an object only of what is more than a text. A posting finds its message by
 * its own place, so that the two tables are read side by side.
 */
const AFTER_PLACE = `
	select e.seq, e.type, e.message as meant, e.client_id as "clientId", e.created_at::text as at,
		case when e.type <> 'message.posted' then e.body::text end as body,
		p.id as "authorId", p.surname, p.given_name as "givenName", p.patronymic, m.reply_to as "replyTo",
		case when is_plain then m.text end as text,
		case when e.message is not null
			then (select ${WORDS} from room_messages m where m.room_id = e.room_id and m.seq = e.message)
			when m.seq is not null and not is_plain then ${WORDS} end as words
	from room_events e join people p on p.id = e.author_id
	left join room_messages m on m.room_id = $1 and m.seq = e.seq and m.seq > $2 and m.seq <= $2::bigint + $3::bigint
	cross join lateral (select m.files = '[]' and m.mentions = '[]' and m.subject is null and m.card is null as is_plain) shape
	where e.room_id = $1 and e.seq > $2 and e.seq <= $2::bigint + $3::bigint
	order by e.seq`;

/** What happened after a place in the room, in order. */
export function wireEventsAfter(
	db: Database,
	roomId: string,
	seq: number,
	limit: number
): Promise<WireRow[]> {
	return db.$client.unsafe<WireRow[]>(AFTER_PLACE, [roomId, seq, limit], { prepare: true });
}
