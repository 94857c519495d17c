import type { Database } from '@stazhirovka/db';
import { consultationCohorts, consultationSlots, nameColumns, people } from '@stazhirovka/db/schema';
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';

/** Bookings of the cohort's own interns; another cohort that was invited too counts them for itself. */
function own(which: SQL) {
	return sql`(select count(*) from consultation_bookings b join enrolments e on e.id = b.enrolment_id
		where b.slot_id = ${consultationSlots.id} and b.released_at is null and ${which}
			and e.cohort_id = ${consultationCohorts.cohortId})`;
}

const seated = own(sql`b.seat is not null`);
const inAll = sql`(select count(*) from consultation_bookings b where b.slot_id = ${consultationSlots.id}
	and b.released_at is null and b.seat is not null)`;
const stands = sql`${consultationSlots.cancelledAt} is null`;

/** Numbers of a cohort's consultations, one row for each host. */
export function figuresOf(db: Database, cohortId: string, now: Date) {
	const moment = now.toISOString();
	const sum = (of: SQL, where: SQL = stands) =>
		sql<number>`coalesce(sum(${of}) filter (where ${where}), 0)::int`;
	const count = (where: SQL) => sql<number>`(count(*) filter (where ${where}))::int`;
	const past = sql`${stands} and ${consultationSlots.endsAt} <= ${moment}`;

	return db
		.select({
			host: nameColumns,
			offered: count(stands),
			free: count(sql`${stands} and ${consultationSlots.startsAt} > ${moment}
				and ${inAll} < ${consultationSlots.places}`),
			booked: sum(seated, sql`${stands} and ${consultationSlots.endsAt} > ${moment}`),
			held: sum(own(sql`b.attended`)),
			missed: sum(own(sql`not b.attended`)),
			waiting: sum(own(sql`b.seat is null`), sql`${stands} and ${consultationSlots.startsAt} > ${moment}`),
			cancelled: count(sql`not ${stands}`),
			untold: count(sql`${past} and ${consultationSlots.closedAt} is null and ${seated} > 0`),
			minutes: sum(
				sql`extract(epoch from ${consultationSlots.endsAt} - ${consultationSlots.startsAt}) / 60`,
				sql`${stands} and ${own(sql`b.attended`)} > 0`
			)
		})
		.from(consultationCohorts)
		.innerJoin(consultationSlots, eq(consultationSlots.id, consultationCohorts.slotId))
		.innerJoin(people, eq(people.id, consultationSlots.hostId))
		.where(and(eq(consultationCohorts.cohortId, cohortId)))
		.groupBy(people.id)
		.orderBy(asc(people.surname), asc(people.givenName), asc(people.id));
}
