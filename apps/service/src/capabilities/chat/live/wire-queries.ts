import type { Database } from '@stazhirovka/db';
import type { ChatEventType } from '@stazhirovka/domain/chat';

/** An event with what is JSON left as the database wrote it, and every number as text. */
export type WireRow = {
	seq: string;
	type: ChatEventType;
	meant: string | null;
	clientId: string;
	body: string;
	at: string;
	authorId: string;
	surname: string;
	givenName: string;
	patronymic: string | null;
	/** Of the message that it is, or that it happened to. */
	words: string | null;
};

/** Nothing is made of the rows here: the database writes JSON and moments faster than they are read and written again. */
const AFTER_PLACE = `
	select e.seq, e.type, e.message as meant, e.client_id as "clientId", e.body::text as body,
		to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
		p.id as "authorId", p.surname, p.given_name as "givenName", p.patronymic,
		case when m.seq is not null then json_build_object('text', m.text, 'files', m.files, 'subject', m.subject,
			'card', m.card, 'replyTo', m.reply_to, 'mentions', m.mentions)::text end as words
	from room_events e join people p on p.id = e.author_id
	left join room_messages m on m.room_id = e.room_id and m.seq = coalesce(e.message, e.seq)
	where e.room_id = $1 and e.seq > $2
	order by e.seq limit $3`;

/** What happened after a place in the room, in order. */
export function wireEventsAfter(
	db: Database,
	roomId: string,
	seq: number,
	limit: number
): Promise<WireRow[]> {
	return db.$client.unsafe<WireRow[]>(AFTER_PLACE, [roomId, seq, limit], { prepare: true });
}
