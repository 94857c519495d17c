import type { Database, Tx } from '@stazhirovka/db';
import { localDay, type WorkCalendar } from '@stazhirovka/domain/calendar';
import {
	schedule,
	taskPeriod,
	type Effort,
	type Period,
	type Schedule
} from '@stazhirovka/domain/learning-routes';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import type { EnrolmentFacts } from '../cohorts/index.ts';
import { deadlinesOf, lastDayInPerson, workCalendarOf } from '../deadlines/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { limitOf } from './versions-store.ts';

type Queryable = Database | Tx;

/** What the days of an intern's tasks are laid out by. */
export type Surroundings = {
	document: ProgrammeDocument;
	/** The days that the tasks are meant for, and the last one that they may reach. */
	period: Period;
	latest: string;
	/** From when on the work on the tasks is counted. */
	from: string;
	minutesPerWeek: number | null;
	calendar: WorkCalendar;
};

/**
 * The time for tasks: from the end of the work in person, never in the past, to the cohort's own last day for them, or
 * for the share of the rest that their module has.
 */
export async function surroundingsOf(
	db: Queryable,
	{ now }: Pick<Ctx, 'now'>,
	enrolment: EnrolmentFacts
): Promise<Surroundings> {
	const { id, cohortId, siteId, startsOn, endsOn, timeZone } = enrolment;
	const [{ document }, met, deadlines, minutesPerWeek, calendar] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		lastDayInPerson(db, cohortId),
		deadlinesOf(db, cohortId),
		limitOf(db, id),
		workCalendarOf(db, siteId)
	]);
	const inPerson = met ?? startsOn;
	const today = localDay(now(), timeZone);
	const from = today > inPerson ? today : inPerson;
	const shared = taskPeriod(document.modules, from, endsOn);
	const own = deadlines.find(({ step }) => step === 'tasks')?.dueOn;
	const period = own && own >= shared.startsOn ? { startsOn: shared.startsOn, endsOn: own } : shared;
	const latest = own && own >= shared.startsOn ? own : endsOn;
	return { document, period, latest, from: inPerson, minutesPerWeek, calendar };
}

/** The first days of the tasks of a route, by the intern's limit and the calendar of the site. */
export async function scheduleFor(
	db: Queryable,
	ctx: Pick<Ctx, 'now'>,
	enrolment: EnrolmentFacts,
	tasks: readonly string[]
): Promise<Schedule> {
	const { document, calendar, ...wish } = await surroundingsOf(db, ctx, enrolment);
	return schedule({ ...wish, tasks: effortsOf(document, tasks) }, calendar);
}

export function effortsOf({ tasks: all }: ProgrammeDocument, tasks: readonly string[]): Effort[] {
	return tasks.map((task) => ({ task, minutes: all.find(({ key }) => key === task)?.minutes ?? 0 }));
}
