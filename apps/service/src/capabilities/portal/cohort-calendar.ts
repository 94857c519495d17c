import { longDate } from '@stazhirovka/domain/certificates';
import { momentAt } from '@stazhirovka/domain/tasks';
import type { Deps } from '../../shell/context.ts';
import { writeCalendar, type CalendarEvent } from '../../shell/ical.ts';
import { listProgrammes } from './programmes.ts';
import { sessionsOf } from './queries.ts';

/** Cohorts of a site, of a region or of all that take people now, with their meetings (R98). */
export async function readCohortCalendar(
	deps: Pick<Deps, 'db' | 'now' | 'origin'>,
	{ site, region }: { site?: string; region?: string }
): Promise<string> {
	const programmes = await listProgrammes(deps);
	const open = programmes.flatMap(({ cohorts, ...programme }) =>
		cohorts
			.filter((cohort) => cohort.open)
			.filter(({ siteId, regionId }) => (!site || siteId === site) && (!region || regionId === region))
			.map((cohort) => ({ ...cohort, programme }))
	);
	const sessions = await sessionsOf(
		deps.db,
		open.map(({ id }) => id)
	);

	const events = open.flatMap(({ programme, ...cohort }): CalendarEvent[] => {
		const url = `${deps.origin}/programmes/${programme.key}`;
		const meetings = sessions.filter(({ cohortId }) => cohortId === cohort.id);
		const summary = `${programme.title}: ${cohort.title}`;
		const until = cohort.applyUntil === null ? '' : `. Заявки до ${longDate(cohort.applyUntil)}`;
		const description = `${programme.organisation}. Свободных мест: ${cohort.seatsLeft}${until}`;
		return [
			{ id: cohort.id, day: cohort.startsOn, lastDay: cohort.endsOn, summary, description, url },
			...meetings.map(({ id, date, startsAt, endsAt, place }) => ({
				...{ id, url, location: place },
				startsAt: momentAt(date, startsAt.slice(0, 5), cohort.timeZone),
				endsAt: momentAt(date, endsAt.slice(0, 5), cohort.timeZone),
				summary: `Занятие: ${summary}`
			}))
		];
	});
	return writeCalendar(deps, { name: 'Стажировки: набор', product: 'Набор' }, events);
}
