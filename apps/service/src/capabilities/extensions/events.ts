import { localDay } from '@stazhirovka/domain/calendar';
import { momentAt } from '@stazhirovka/domain/tasks';
import type { Database } from '@stazhirovka/db';
import type { Deps } from '../../shell/context.ts';
import type { CalendarEvent } from '../../shell/ical.ts';
import { findEnrolmentFacts } from '../cohorts/index.ts';
import { personDeadlines } from './person.ts';
import { sessionsOf, studiesOf } from './queries.ts';

/** Somebody's own meetings and last days since a moment, for the calendar of the person. What is done leaves it. */
export async function ownEvents(
	{ db, now, origin }: Pick<Deps, 'now' | 'origin'> & { db: Database },
	personId: string,
	since: Date
): Promise<CalendarEvent[]> {
	const from = localDay(since, 'UTC');
	const [studies, sessions] = await Promise.all([
		studiesOf(db, personId, from),
		sessionsOf(db, personId, from)
	]);
	const deadlines = await Promise.all(
		studies.map(async ({ id, cohort }) => {
			const facts = await findEnrolmentFacts(db, id);
			const found = facts ? await personDeadlines(db, facts, now()) : [];
			return found.map((deadline) => ({ ...deadline, enrolmentId: id, cohort }));
		})
	);

	return [
		...sessions.map(({ id, date, startsAt, endsAt, place, cohort, timeZone }) => ({
			id,
			startsAt: momentAt(date, startsAt.slice(0, 5), timeZone),
			endsAt: momentAt(date, endsAt.slice(0, 5), timeZone),
			summary: `Занятие: ${cohort}`,
			location: place
		})),
		...deadlines.flat().flatMap(({ step, title, until, done, enrolmentId, cohort }) =>
			until === null || done || until < from
				? []
				: [
						{
							id: `${enrolmentId}-${step}`,
							day: until,
							lastDay: until,
							summary: `Срок: ${title}`,
							description: cohort,
							url: `${origin}/my/${enrolmentId}/deadlines`
						}
					]
		)
	];
}
