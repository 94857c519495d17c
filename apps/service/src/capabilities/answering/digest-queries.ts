import type { Database } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

export type MissedRoom = {
	personId: string;
	email: string;
	givenName: string;
	roomId: string;
	kind: string;
	cohort: string;
	timeZone: string;
	count: number;
	since: Date;
};

/**
 * What people have not read since their last letter, or since the moment, up to a moment: messages of others in rooms
 * that they are in and have not muted. Who refused such letters, is blocked or got the letter of the day is left out.
 */
export async function missedBetween(
	db: Database,
	{ since, upTo, now }: { since: Date; upTo: Date; now: Date }
): Promise<MissedRoom[]> {
	const rows = await db.execute<Record<string, unknown>>(sql`
		select p.id as person_id, p.email, p.given_name, r.id as room_id, r.kind, coalesce(c.title, s.title) as cohort,
			s.time_zone, count(*)::int as missed, min(e.created_at) as since
		from room_members m
		join people p on p.id = m.person_id and p.blocked_at is null
		join rooms r on r.id = m.room_id and r.last_seq > m.last_read_seq
		left join cohorts c on c.id = r.cohort_id
		join sites s on s.id = coalesce(r.site_id, c.site_id)
		join room_messages e on e.room_id = r.id and e.seq > m.last_read_seq
			and e.removed_at is null and e.author_id <> m.person_id
		where m.left_at is null and not m.muted
			and not exists (select 1 from digest_refusals f where f.person_id = p.id)
			and not exists (select 1 from digests t where t.person_id = p.id
				and t.on_day = (${now.toISOString()}::timestamptz at time zone s.time_zone)::date)
			and e.created_at > greatest(${since.toISOString()}::timestamptz, coalesce(
				(select max(d.up_to) from digests d where d.person_id = p.id), '-infinity'))
			and e.created_at <= ${upTo.toISOString()}
		group by p.id, r.id, c.id, s.id
		order by p.id, min(e.created_at), r.id`);
	return rows.map((row) => ({
		personId: String(row.person_id),
		email: String(row.email),
		givenName: String(row.given_name),
		roomId: String(row.room_id),
		kind: String(row.kind),
		cohort: String(row.cohort),
		timeZone: String(row.time_zone),
		count: Number(row.missed),
		since: new Date(String(row.since))
	}));
}
