import type { Database, Tx } from '@stazhirovka/db';
import { sql } from 'drizzle-orm';
import { belonging } from './belonging-queries.ts';

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
	const { toSite, toCohort, toRegion } = belonging({
		person: sql`p.person_id`,
		site: sql`p.site_id`,
		cohort: sql`p.cohort_id`,
		region: sql`p.region_id`,
		day: sql`p.day`
	});
	const rows = await db.execute<{ room_id: string; people: string[] }>(sql`
		with present as (
			select r.id as room_id, m.person_id, s.site_id, s.cohort_id, s.admits, o.region_id,
				(${now.toISOString()}::timestamptz at time zone o.time_zone)::date as day
			from spaces s join sites o on o.id = s.site_id join rooms r on r.space_id = s.id
			join room_members m on m.room_id = r.id and m.left_at is null
			where true ${sql.join(where, sql` `)}
		)
		select p.room_id, jsonb_agg(p.person_id) as people from present p
		where not (${toSite} or (p.admits = 'cohort' and ${toCohort}) or (p.admits = 'region' and ${toRegion}))
		group by p.room_id order by p.room_id`);
	return rows.map(({ room_id, people }) => ({ roomId: room_id, people }));
}
