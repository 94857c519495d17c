import { covers, type StatusPeriod } from '../sites/index.ts';

export type PlannedSession = { module: number; date: string; startsAt: string; endsAt: string };

export type PlannedCohort = {
	startsOn: string;
	endsOn: string;
	/** The last day on which people may apply; null: the last day of the cohort. */
	applyUntil: string | null;
	sessions: readonly PlannedSession[];
	tutorIds: readonly string[];
};

/** What the plan is judged against: the site's status by days, who may be a tutor there, the programme's modules. */
export type Surroundings = {
	status: readonly StatusPeriod[];
	siteTutorIds: readonly string[];
	modules: readonly number[];
};

export type OpeningFault = {
	code: `cohort.${
		| 'period_backwards'
		| 'outside_site_term'
		| 'apply_after_end'
		| 'tutor_unknown'
		| 'session_outside_period'
		| 'session_backwards'
		| 'session_module_unknown'}`;
	/** The field of the form: `endsOn`, `sessions.0.date`. */
	field: string;
};

/** Everything that is wrong with a plan of a cohort; empty when it can be opened. Days compare as `YYYY-MM-DD`. */
export function openingFaults(plan: PlannedCohort, around: Surroundings): OpeningFault[] {
	const period = periodFaults(plan);
	const backwards = period.some(({ code }) => code === 'cohort.period_backwards');
	const faults = backwards ? period : [...termFaults(plan, around), ...period];
	if (plan.tutorIds.some((id) => !around.siteTutorIds.includes(id))) {
		faults.push({ code: 'cohort.tutor_unknown', field: 'tutorIds' });
	}

	return [
		...faults,
		...plan.sessions.flatMap((session, n) => [
			...sessionFaults(session, `sessions.${n}`, plan),
			...moduleFaults(session, `sessions.${n}`, around)
		])
	];
}

type OwnPlan = Pick<PlannedCohort, 'startsOn' | 'endsOn' | 'applyUntil' | 'sessions'>;

/**
 * What a plan tells against itself, whatever the site is: for a form that is filled in by half, so that everything is
 * told at once. An empty day or hour contradicts nothing.
 */
export function planFaults(plan: OwnPlan): OpeningFault[] {
	const inSessions = plan.sessions.flatMap((session, n) => sessionFaults(session, `sessions.${n}`, plan));
	return [...periodFaults(plan), ...inSessions];
}

function periodFaults({ startsOn, endsOn, applyUntil }: OwnPlan): OpeningFault[] {
	const faults: OpeningFault[] = [];
	if (isAfter(startsOn, endsOn)) faults.push({ code: 'cohort.period_backwards', field: 'endsOn' });
	if (isAfter(applyUntil ?? '', endsOn)) faults.push({ code: 'cohort.apply_after_end', field: 'applyUntil' });
	return faults;
}

/** Of two that are both said. */
function isAfter(one: string, other: string): boolean {
	return one !== '' && other !== '' && one > other;
}

/** The day to be changed: the first one when the site has no status on it yet. */
function termFaults({ startsOn, endsOn }: PlannedCohort, { status }: Surroundings): OpeningFault[] {
	if (covers(status, startsOn, endsOn)) return [];
	const field = covers(status, startsOn, startsOn) ? 'endsOn' : 'startsOn';
	return [{ code: 'cohort.outside_site_term', field }];
}

function sessionFaults(
	{ date, startsAt, endsAt }: PlannedSession,
	place: string,
	{ startsOn, endsOn }: OwnPlan
): OpeningFault[] {
	const faults: OpeningFault[] = [];
	if (isAfter(startsOn, date) || isAfter(date, endsOn))
		faults.push({ code: 'cohort.session_outside_period', field: `${place}.date` });
	if ((startsAt !== '' && startsAt === endsAt) || isAfter(startsAt, endsAt))
		faults.push({ code: 'cohort.session_backwards', field: `${place}.endsAt` });
	return faults;
}

function moduleFaults({ module }: PlannedSession, place: string, { modules }: Surroundings): OpeningFault[] {
	return modules.includes(module)
		? []
		: [{ code: 'cohort.session_module_unknown', field: `${place}.module` }];
}
