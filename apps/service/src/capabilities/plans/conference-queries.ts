import type { Database, Tx } from '@stazhirovka/db';
import { regions, rooms, sites, spaces } from '@stazhirovka/db/schema';
import { localDay } from '@stazhirovka/domain/calendar';
import { localTime } from '@stazhirovka/domain/tasks';
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { EventSearch } from './queries.ts';

type Queryable = Database | Tx;

/** The regulations' own words for it (R62). */
const FORMAT = 'чат-конференция';
const DELIVERY = 'дистанционно';
const MINUTE_MS = 60_000;
const MOST = 500;

/** How often its time or programme was changed, or it was called off; it never falls. */
export const conferenceChanges = sql<number>`(select count(*)::int from room_events e
	where e.room_id = ${rooms.id} and e.type in ('conference.arranged', 'conference.cancelled'))`;

/** Conferences that were not called off, in the form of the other events of a calendar, with their time. */
export async function conferenceRows(
	db: Queryable,
	{ siteId, open, from, until, region, format }: EventSearch
) {
	if (format !== undefined && format !== FORMAT) return [];
	const day = sql`(${spaces.startsAt} at time zone ${sites.timeZone})::date`;
	const rows = await db
		.select({
			id: spaces.id,
			siteId: sites.id,
			site: sites.title,
			region: regions.title,
			regionId: sites.regionId,
			timeZone: sites.timeZone,
			title: rooms.title,
			about: spaces.about,
			planRowId: spaces.planRowId,
			startsAt: sql<Date>`${spaces.startsAt}`.mapWith(spaces.startsAt),
			minutes: sql<number>`${spaces.minutes}`,
			at: spaces.createdAt,
			revision: conferenceChanges
		})
		.from(spaces)
		.innerJoin(rooms, eq(rooms.spaceId, spaces.id))
		.innerJoin(sites, eq(sites.id, spaces.siteId))
		.innerJoin(regions, eq(regions.id, sites.regionId))
		.where(
			and(
				eq(spaces.kind, 'conference'),
				sql`${rooms.conference} ->> 'stage' <> 'cancelled'`,
				siteId === undefined ? undefined : eq(sites.id, siteId),
				open ? eq(spaces.isPublic, true) : undefined,
				from === undefined ? undefined : gte(day, from),
				until === undefined ? undefined : lte(day, until),
				region === undefined ? undefined : eq(sites.regionId, region),
				open
					? sql`exists (select 1 from status_periods p where p.site_id = ${sites.id} and p.state = 'active'
						and p.from_day <= ${day} and p.last_day >= ${day})`
					: undefined
			)
		)
		.orderBy(asc(spaces.startsAt), asc(spaces.id))
		.limit(MOST);
	return rows.map(({ timeZone, minutes, startsAt, about, ...row }) => ({
		...row,
		...{ format: FORMAT, delivery: DELIVERY, responsible: about, startsAt },
		from: localDay(startsAt, timeZone),
		lastDay: localDay(startsAt, timeZone),
		endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS),
		time: localTime(startsAt, timeZone)
	}));
}
