import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';

export type OutsidersWhere = { siteId?: string; roomId?: string; personId?: string };

/**
 * Who is inside an association or a conference and could not come in today, with a link or without one: `mayJoin` of the
 * domain in SQL, for people who are there already.
 */
export async function outsidersOf(
	db: Database | Tx,
	now: Date,
	{ siteId, roomId, personId }: OutsidersWhere
): Promise<{ roomId: string; people: string[] }[]> {
	const where = [
		siteId ? sql`and s.site_id = ${siteId}` : sql``,
		roomId ? sql`and r.id = ${roomId}` : sql``,
		personId ? sql`and m.person_id = ${personId}` : sql``
	];
	const rows = await db.execute<{ room_id: string; people: string[] }>(sql`
		with present as (
			select r.id as room_id, m.person_id, s.site_id, s.cohort_id, s.admits, o.region_id,
				(${now.toISOString()}::timestamptz at time zone o.time_zone)::date as day
			from spaces s join sites o on o.id = s.site_id join rooms r on r.space_id = s.id
			join room_members m on m.room_id = r.id and m.left_at is null
			where true ${sql.join(where, sql` `)}
		)
		select p.room_id, jsonb_agg(p.person_id) as people from present p
		where not exists (select 1 from grants g where g.person_id = p.person_id and g.role in ('leader', 'tutor')
				and g.scope_kind = 'site' and g.scope_id = p.site_id)
			and not exists (select 1 from site_staff f join sites o on o.id = f.site_id
				where f.person_id = p.person_id and (f.site_id = p.site_id or (p.admits = 'region' and o.region_id = p.region_id))
					and f.from_day <= p.day and (f.last_day is null or f.last_day >= p.day))
			and not (p.admits = 'cohort' and exists (select 1 from cohort_tutors t
				where t.cohort_id = p.cohort_id and t.person_id = p.person_id))
			and not (p.admits in ('cohort', 'region') and exists (
				select 1 from enrolments n join cohorts c on c.id = n.cohort_id join sites o on o.id = c.site_id
				where n.person_id = p.person_id and n.state in ('confirmed', 'completed')
					and (c.id = p.cohort_id or (p.admits = 'region' and o.region_id = p.region_id))))
			and not (p.admits = 'region' and exists (
				select 1 from grants g left join sites o on g.scope_kind = 'site' and o.id = g.scope_id
				where g.person_id = p.person_id and coalesce(o.region_id, g.scope_id) = p.region_id))
		group by p.room_id order by p.room_id`);
	return rows.map(({ room_id, people }) => ({ roomId: room_id, people }));
}
