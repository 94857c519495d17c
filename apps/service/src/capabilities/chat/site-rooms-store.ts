import type { Database, Tx } from '@stazhirovka/db';
import { roomMembers, rooms } from '@stazhirovka/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';

type Queryable = Database | Tx;
export type Belonging = { roomId: string; people: string[]; leaders: string[] };

/**
 * Whom the rooms of sites should hold today, of those rooms that hold others: the site's leaders in all of them; in the
 * room of its people whoever stands in a role or is a tutor there; in a group's room the group.
 */
export async function unsettled(
	db: Queryable,
	now: Date,
	which: { siteId?: string; roomId?: string } = {}
): Promise<Belonging[]> {
	const one = which.roomId ? sql`and r.id = ${which.roomId}` : sql``;
	const site = which.siteId ? sql`and r.site_id = ${which.siteId}` : sql``;
	const rows = await db.execute<{ room_id: string; people: string[]; leaders: string[] }>(sql`
		with room as (
			select r.id, r.kind, r.site_id, r.group_id, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as day
			from rooms r join sites s on s.id = r.site_id
			where r.kind in ('staff', 'working_group') ${one} ${site}
		), belongs as (
			select room.id, f.person_id, false as leads from room join site_staff f on f.site_id = room.site_id
			where room.kind = 'staff' and f.person_id is not null and f.from_day <= room.day
				and (f.last_day is null or f.last_day >= room.day)
			union all
			select room.id, g.person_id, g.role = 'leader' from room
			join grants g on g.scope_kind = 'site' and g.scope_id = room.site_id
			where g.role = 'leader' or (g.role = 'tutor' and room.kind = 'staff')
			union all
			select room.id, w.person_id, false from room join working_group_members w on w.group_id = room.group_id
			where room.kind = 'working_group' and w.person_id is not null
		), wanted as (
			select id, person_id, bool_or(leads) as leads from belongs group by id, person_id
		), present as (
			select m.room_id as id, m.person_id, m.moderates as leads from room_members m join room on room.id = m.room_id
			where m.left_at is null
		)
		select room.id as room_id,
			coalesce((select jsonb_agg(w.person_id) from wanted w where w.id = room.id), '[]') as people,
			coalesce((select jsonb_agg(w.person_id) from wanted w where w.id = room.id and w.leads), '[]') as leaders
		from room where exists (
			(select * from wanted w where w.id = room.id except select * from present p where p.id = room.id)
			union all
			(select * from present p where p.id = room.id except select * from wanted w where w.id = room.id))
		order by room.id`);
	return rows.map(({ room_id, people, leaders }) => ({ roomId: room_id, people, leaders }));
}

/** Held until the transaction ends. */
export async function lockRoom(tx: Tx, roomId: string): Promise<void> {
	await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, roomId)).for('no key update');
}

/** Exactly these of the room's people moderate it. */
export async function letModerate(tx: Tx, roomId: string, personIds: string[]): Promise<void> {
	const list = JSON.stringify(personIds);
	await tx
		.update(roomMembers)
		.set({
			moderates: sql`${roomMembers.personId}::text in (select jsonb_array_elements_text(${list}::jsonb))`
		})
		.where(and(eq(roomMembers.roomId, roomId), isNull(roomMembers.leftAt)));
}
