import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	nameColumns,
	people,
	planExecutions,
	planRows,
	plans,
	roomMembers,
	rooms,
	sites,
	spaces
} from '@stazhirovka/db/schema';
import { belonging } from '../chat/index.ts';
import { conferenceChanges } from '../plans/index.ts';
import { and, asc, desc, eq, gte, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';

type Queryable = Database | Tx;
export type SpaceRow = Awaited<ReturnType<typeof spaceRows>>[number];

const present = isNull(roomMembers.leftAt);

/** What a person is to the site of a space, by appointments, rights and studies of the day there. */
function parts(personId: string, now: Date) {
	return belonging({
		person: sql`${personId}`,
		site: sql`${spaces.siteId}`,
		cohort: sql`${spaces.cohortId}`,
		region: sql`${sites.regionId}`,
		day: sql`(${now.toISOString()}::timestamptz at time zone ${sites.timeZone})::date`
	});
}

/** The person is in the room. */
const joinedBy = (personId: string) => sql<boolean>`exists (select 1 from ${roomMembers} m
	where m.room_id = rooms.id and m.person_id = ${personId} and m.left_at is null)`;

/** Spaces with what the person is to each. */
export function spaceRows(
	db: Queryable,
	{ personId, now }: { personId: string; now: Date },
	where: SQL | undefined
) {
	return db
		.select({
			space: spaces,
			roomId: rooms.id,
			title: rooms.title,
			conference: rooms.conference,
			closedAt: rooms.closedAt,
			site: { id: sites.id, title: sites.title },
			timeZone: sites.timeZone,
			cohort: cohorts.title,
			members: sql<number>`(select count(*)::int from ${roomMembers} m
				where m.room_id = ${rooms.id} and m.left_at is null)`,
			joined: joinedBy(personId),
			barred: sql<boolean>`exists (select 1 from ${roomMembers} m
				where m.room_id = ${rooms.id} and m.person_id = ${personId} and m.barred)`,
			...parts(personId, now)
		})
		.from(spaces)
		.innerJoin(rooms, eq(rooms.spaceId, spaces.id))
		.innerJoin(sites, eq(sites.id, spaces.siteId))
		.leftJoin(cohorts, eq(cohorts.id, spaces.cohortId))
		.where(where)
		.orderBy(sql`${rooms.closedAt} is not null`, asc(spaces.startsAt), desc(spaces.id))
		.limit(MOST)
		.execute();
}

const MOST = 200;

/** Open ones that the person is in or may come into without a link; which of them, the rule says. */
export function spacesAround(db: Queryable, who: { personId: string; now: Date }) {
	const { toSite, toCohort } = parts(who.personId, who.now);
	return spaceRows(db, who, and(isNull(rooms.closedAt), or(joinedBy(who.personId), toSite, toCohort)));
}

export function spacesOfSite(db: Queryable, who: { personId: string; now: Date }, siteId: string) {
	return spaceRows(db, who, eq(spaces.siteId, siteId));
}

export async function spaceBy(
	db: Queryable,
	who: { personId: string; now: Date },
	by: { id: string } | { roomId: string } | { inviteHash: string }
): Promise<SpaceRow | undefined> {
	const where =
		'id' in by
			? eq(spaces.id, by.id)
			: 'roomId' in by
				? eq(rooms.id, by.roomId)
				: eq(spaces.inviteHash, by.inviteHash);
	const [row] = await spaceRows(db, who, where);
	return row;
}

/** The room of a site's people and those of its groups, with whether the person is inside. */
export function settledRooms(db: Queryable, siteId: string, personId: string) {
	return db
		.select({
			id: rooms.id,
			kind: rooms.kind,
			groupId: rooms.groupId,
			inside: joinedBy(personId)
		})
		.from(rooms)
		.where(and(eq(rooms.siteId, siteId), inArray(rooms.kind, ['staff', 'working_group'])));
}

/** People of a site with an account, on the day: leaders, tutors, whoever stands in a role. */
export function peopleOfSite(db: Queryable, siteId: string, day: string) {
	return db
		.select(nameColumns)
		.from(people)
		.where(
			and(
				isNull(people.blockedAt),
				sql`(exists (select 1 from site_staff f where f.person_id = ${people.id} and f.site_id = ${siteId}
						and f.from_day <= ${day} and (f.last_day is null or f.last_day >= ${day}))
					or exists (select 1 from grants g where g.person_id = ${people.id} and g.role in ('leader', 'tutor')
						and g.scope_kind = 'site' and g.scope_id = ${siteId}))`
			)
		)
		.orderBy(asc(people.surname), asc(people.givenName))
		.limit(MOST);
}

export function cohortsOfSite(db: Queryable, siteId: string, day: string) {
	return db
		.select({ id: cohorts.id, title: cohorts.title })
		.from(cohorts)
		.where(and(eq(cohorts.siteId, siteId), gte(cohorts.endsOn, day)))
		.orderBy(asc(cohorts.startsOn), asc(cohorts.title));
}

/** Rows of plans in force that were not called off. */
export function openRows(db: Queryable, siteId: string) {
	return db
		.select({ id: planRows.id, title: planRows.title })
		.from(planRows)
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(and(eq(plans.siteId, siteId), eq(plans.state, 'in_force'), isNull(planRows.cancelledAt)))
		.orderBy(sql`${planRows.fromDay} asc nulls last`, asc(planRows.id))
		.limit(MOST);
}

/** The row that a conference fulfils, and whether that day is told in its log. */
export async function linkedRow(db: Queryable, rowId: string, heldOn: string | null) {
	const [row] = await db
		.select({
			id: planRows.id,
			title: planRows.title,
			counted: sql<boolean>`exists (select 1 from ${planExecutions} e where e.row_id = ${rowId}
				and e.held_on = ${heldOn} and e.withdrawn_at is null)`
		})
		.from(planRows)
		.where(eq(planRows.id, rowId));
	return row;
}

/** Who is in a room now, with the addresses for letters. */
export function roomPeople(db: Queryable, roomId: string) {
	return inRoom(db, and(eq(roomMembers.roomId, roomId), present));
}

/** Those of them who get letters: not whoever is blocked. */
export function readersOfLetters(db: Queryable, roomId: string) {
	return inRoom(db, and(eq(roomMembers.roomId, roomId), present, isNull(people.blockedAt)));
}

function inRoom(db: Queryable, where: SQL | undefined) {
	return db
		.select({ ...nameColumns, email: people.email, moderates: roomMembers.moderates })
		.from(roomMembers)
		.innerJoin(people, eq(people.id, roomMembers.personId))
		.where(where)
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id))
		.execute();
}

export async function namesOf(db: Queryable, ids: string[]) {
	if (ids.length === 0) return [];
	return db
		.select(nameColumns)
		.from(people)
		.where(inArray(people.id, ids))
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id));
}

function conferences(db: Queryable) {
	return db
		.select({
			id: spaces.id,
			roomId: rooms.id,
			title: rooms.title,
			about: spaces.about,
			startsAt: sql<Date>`${spaces.startsAt}`.mapWith(spaces.startsAt),
			minutes: sql<number>`${spaces.minutes}`,
			cancelled: sql<boolean>`${rooms.conference} ->> 'stage' = 'cancelled'`,
			revision: conferenceChanges
		})
		.from(spaces)
		.innerJoin(rooms, and(eq(rooms.spaceId, spaces.id), eq(spaces.kind, 'conference')))
		.$dynamic();
}

/** Conferences in whose rooms the person is, for a calendar program. */
export function conferencesOf(db: Queryable, personId: string, since: Date) {
	return conferences(db)
		.where(and(joinedBy(personId), gte(spaces.startsAt, since)))
		.orderBy(asc(spaces.startsAt))
		.limit(MOST)
		.execute();
}

/** The conference of a room, for the same. */
export async function conferenceIn(db: Queryable, roomId: string) {
	const [row] = await conferences(db).where(eq(rooms.id, roomId));
	return row;
}
