import type { CohortDeadlines } from '@stazhirovka/contract/deadlines';
import { calendarSource, holidayOn, isWeekend, addDays, workCalendar } from '@stazhirovka/domain/calendar';
import { outline } from '@stazhirovka/domain/cohorts';
import { proposedRules, stepsWithDeadline, withDays, type DeadlineStep } from '@stazhirovka/domain/deadlines';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { cohortCard, enterCohort } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { lastDayInPerson } from './queries.ts';
import { daysOffOf, deadlinesOf } from './store.ts';

/** The deadlines of a cohort for those who run or lead it; while none were set, as they would be proposed. */
export async function readDeadlines(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	cohortId: string
): Promise<CohortDeadlines> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [{ document }, card, session, saved, daysOff] = await Promise.all([
		loadProgramme(db, cohort.programmeVersionId),
		cohortCard(db, cohortId),
		lastDayInPerson(db, cohortId),
		deadlinesOf(db, cohortId),
		daysOffOf(db, cohort.siteId)
	]);
	const { revision } = card ?? missing('cohort');
	const { startsOn, endsOn, siteId } = cohort;
	const days = { startsOn, endsOn, session };
	const calendar = workCalendar(daysOff);
	const steps = stepsOf(document);
	const proposed = () => withDays(proposedRules(steps, days, calendar), days, calendar);

	return {
		...{ revision, ...days, siteId, steps, daysOff },
		deadlines: saved.length ? saved : proposed(),
		saved: saved.length > 0,
		holidays: holidaysIn(startsOn, endsOn),
		sources: yearsOf(startsOn, endsOn).map((year) => ({ year, ...calendarSource(year) })),
		can: { change: cohort.as.includes('leader') }
	};
}

/** The steps of the programme that a deadline may be set for. */
export function stepsOf(document: ProgrammeDocument): DeadlineStep[] {
	return stepsWithDeadline(outline(document).modules.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
}

function holidaysIn(from: string, to: string): CohortDeadlines['holidays'] {
	const found = [];
	for (let day = from; day <= to; day = addDays(day, 1)) {
		const title = isWeekend(day) ? null : holidayOn(day);
		if (title) found.push({ day, title });
	}
	return found;
}

function yearsOf(from: string, to: string): number[] {
	const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
