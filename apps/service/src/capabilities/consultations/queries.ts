import type { Database, Tx } from '@stazhirovka/db';
import {
	cohorts,
	cohortTutors,
	consultationBookings,
	consultationCohorts,
	consultationSlots,
	enrolments,
	nameColumns,
	people,
	sites
} from '@stazhirovka/db/schema';
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';

type Queryable = Database | Tx;

const standing = isNull(consultationBookings.releasedAt);
const booked = sql`select count(*)::int from ${consultationBookings} b where b.slot_id = ${consultationSlots.id}
	and b.released_at is null`;

const slotFacts = {
	id: consultationSlots.id,
	seriesId: consultationSlots.seriesId,
	host: nameColumns,
	startsAt: consultationSlots.startsAt,
	endsAt: consultationSlots.endsAt,
	timeZone: sites.timeZone,
	places: consultationSlots.places,
	taken: sql<number>`(${booked} and b.seat is not null)`,
	waiting: sql<number>`(${booked} and b.seat is null)`,
	delivery: consultationSlots.delivery,
	venue: consultationSlots.venue,
	note: consultationSlots.note,
	cancelHours: consultationSlots.cancelHours,
	cancelledAt: consultationSlots.cancelledAt,
	cancelReason: consultationSlots.cancelReason,
	result: consultationSlots.result,
	closedAt: consultationSlots.closedAt
};

function slots(db: Queryable) {
	return db
		.select(slotFacts)
		.from(consultationSlots)
		.innerJoin(people, eq(people.id, consultationSlots.hostId))
		.innerJoin(sites, eq(sites.id, consultationSlots.siteId))
		.$dynamic();
}

export type SlotFacts = Awaited<ReturnType<typeof slots>>[number];

/** Times to come that the cohort's interns are invited to, and all that this intern has booked. */
export async function offeredTo(
	db: Queryable,
	{ id, cohortId }: { id: string; cohortId: string },
	now: Date
): Promise<(SlotFacts & { mine: MyBooking | null })[]> {
	const mine = await myBookings(db, id);
	const invited = db
		.select({ id: consultationCohorts.slotId })
		.from(consultationCohorts)
		.where(eq(consultationCohorts.cohortId, cohortId));
	const open = and(
		inArray(consultationSlots.id, invited),
		gt(consultationSlots.startsAt, now),
		isNull(consultationSlots.cancelledAt)
	);
	const rows = await slots(db)
		.where(or(open, inArray(consultationSlots.id, [...mine.keys()])))
		.orderBy(asc(consultationSlots.startsAt), asc(consultationSlots.id));
	return rows.map((row) => ({ ...row, mine: mine.get(row.id) ?? null }));
}

export type MyBooking = Pick<
	typeof consultationBookings.$inferSelect,
	'slotId' | 'seat' | 'attended' | 'question' | 'topic'
>;

async function myBookings(db: Queryable, enrolmentId: string): Promise<Map<string, MyBooking>> {
	const { slotId, seat, attended, question, topic } = consultationBookings;
	const rows = await db
		.select({ slotId, seat, attended, question, topic })
		.from(consultationBookings)
		.where(and(eq(consultationBookings.enrolmentId, enrolmentId), standing));
	return new Map(rows.map((row) => [row.slotId, row]));
}

/** Whether each of these people has a seat elsewhere at that time, whichever cohort it was booked in. */
export async function busyAt(
	db: Queryable,
	{ id, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date },
	enrolmentIds: string[]
): Promise<Set<string>> {
	const rows = await db
		.select({ id: enrolments.id })
		.from(enrolments)
		.where(
			and(
				inArray(enrolments.id, enrolmentIds),
				sql`exists(
					select 1 from ${consultationBookings} b
					join ${consultationSlots} s on s.id = b.slot_id
					join ${enrolments} e on e.id = b.enrolment_id
					where e.person_id = ${enrolments.personId} and b.released_at is null and b.seat is not null
						and s.id <> ${id} and s.cancelled_at is null
						and s.starts_at < ${endsAt.toISOString()} and s.ends_at > ${startsAt.toISOString()})`
			)
		);
	return new Set(rows.map((row) => row.id));
}

/** What a host offers: to come, and past ones that nobody has closed; or all, the newest 200. */
export async function hostedBy(db: Queryable, hostId: string, now: Date, all: boolean): Promise<SlotFacts[]> {
	const open = or(
		and(gte(consultationSlots.endsAt, now), isNull(consultationSlots.cancelledAt)),
		and(
			isNull(consultationSlots.closedAt),
			isNull(consultationSlots.cancelledAt),
			sql`(${booked} and b.seat is not null) > 0`
		)
	);
	const rows = await slots(db)
		.where(and(eq(consultationSlots.hostId, hostId), all ? undefined : open))
		.orderBy(sql`${consultationSlots.startsAt} desc`, asc(consultationSlots.id))
		.limit(200);
	return rows.reverse();
}

/** Who booked these, in the order of booking. */
export function bookingsIn(db: Queryable, slotIds: string[]) {
	return db
		.select({
			id: consultationBookings.id,
			slotId: consultationBookings.slotId,
			enrolmentId: enrolments.id,
			cohortId: enrolments.cohortId,
			person: nameColumns,
			email: people.email,
			seat: consultationBookings.seat,
			attended: consultationBookings.attended,
			question: consultationBookings.question,
			topic: consultationBookings.topic
		})
		.from(consultationBookings)
		.innerJoin(enrolments, eq(enrolments.id, consultationBookings.enrolmentId))
		.innerJoin(people, eq(people.id, enrolments.personId))
		.where(and(inArray(consultationBookings.slotId, slotIds), standing))
		.orderBy(asc(consultationBookings.bookedAt), asc(consultationBookings.id));
}

export type Booked = Awaited<ReturnType<typeof bookingsIn>>[number];

/** The titles of the cohorts invited to each of these. */
export async function invitedTo(db: Queryable, slotIds: string[]): Promise<Map<string, string[]>> {
	const rows = await db
		.select({
			slotId: consultationCohorts.slotId,
			titles: sql<string[]>`array_agg(${cohorts.title} order by ${cohorts.title})`
		})
		.from(consultationCohorts)
		.innerJoin(cohorts, eq(cohorts.id, consultationCohorts.cohortId))
		.where(inArray(consultationCohorts.slotId, slotIds))
		.groupBy(consultationCohorts.slotId);
	return new Map(rows.map(({ slotId, titles }) => [slotId, titles]));
}

export type InvitableCohort = Awaited<ReturnType<typeof invitable>>[number];

/** Cohorts that have not ended, run by this tutor or at these sites. */
export function invitable(db: Queryable, tutorId: string, siteIds: string[], today: string) {
	const run = db
		.select({ id: cohortTutors.cohortId })
		.from(cohortTutors)
		.where(eq(cohortTutors.personId, tutorId));
	return db
		.select({
			id: cohorts.id,
			title: cohorts.title,
			siteId: sites.id,
			site: sites.title,
			timeZone: sites.timeZone
		})
		.from(cohorts)
		.innerJoin(sites, eq(sites.id, cohorts.siteId))
		.where(and(gte(cohorts.endsOn, today), or(inArray(cohorts.id, run), inArray(sites.id, siteIds))))
		.orderBy(asc(sites.title), asc(cohorts.startsOn), asc(cohorts.title));
}

/** Where letters about a consultation go and what they name. */
export async function letterFacts(db: Queryable, slotId: string) {
	const [row] = await db
		.select({
			startsAt: consultationSlots.startsAt,
			timeZone: sites.timeZone,
			host: { ...nameColumns, email: people.email }
		})
		.from(consultationSlots)
		.innerJoin(people, eq(people.id, consultationSlots.hostId))
		.innerJoin(sites, eq(sites.id, consultationSlots.siteId))
		.where(eq(consultationSlots.id, slotId));
	return row;
}

export async function findAddressee(db: Queryable, personId: string) {
	const [row] = await db
		.select({ ...nameColumns, email: people.email })
		.from(people)
		.where(eq(people.id, personId));
	return row;
}

/** Everything that somebody hosts or has a seat in, for a calendar program. */
export function calendarOf(db: Queryable, personId: string, since: Date) {
	const seats = db
		.select({ id: consultationBookings.slotId })
		.from(consultationBookings)
		.innerJoin(enrolments, eq(enrolments.id, consultationBookings.enrolmentId))
		.where(and(eq(enrolments.personId, personId), standing, isNotNull(consultationBookings.seat)));
	const mine = or(eq(consultationSlots.hostId, personId), inArray(consultationSlots.id, seats));
	return slots(db)
		.where(and(mine, gt(consultationSlots.endsAt, since)))
		.orderBy(asc(consultationSlots.startsAt))
		.limit(1000);
}

/** A time that a cohort is invited to. */
export async function findOffer(db: Queryable, { cohortId, id }: { cohortId: string; id: string }) {
	const invited = and(eq(consultationCohorts.slotId, id), eq(consultationCohorts.cohortId, cohortId));
	const [offer] = await slots(db).innerJoin(
		consultationCohorts,
		and(invited, eq(consultationSlots.id, consultationCohorts.slotId))
	);
	return offer;
}
