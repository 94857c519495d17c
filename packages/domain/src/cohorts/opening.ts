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
	const faults: OpeningFault[] = [];

	if (plan.startsOn > plan.endsOn) faults.push({ code: 'cohort.period_backwards', field: 'endsOn' });
	else if (!covers(around.status, plan.startsOn, plan.endsOn)) {
		// The day to be changed: the first one when the site has no status on it yet.
		const field = covers(around.status, plan.startsOn, plan.startsOn) ? 'endsOn' : 'startsOn';
		faults.push({ code: 'cohort.outside_site_term', field });
	}
	if (plan.applyUntil !== null && plan.applyUntil > plan.endsOn) {
		faults.push({ code: 'cohort.apply_after_end', field: 'applyUntil' });
	}
	if (plan.tutorIds.some((id) => !around.siteTutorIds.includes(id))) {
		faults.push({ code: 'cohort.tutor_unknown', field: 'tutorIds' });
	}

	return [
		...faults,
		...plan.sessions.flatMap((session, n) => sessionFaults(session, `sessions.${n}`, plan, around))
	];
}

function sessionFaults(
	{ module, date, startsAt, endsAt }: PlannedSession,
	place: string,
	plan: PlannedCohort,
	around: Surroundings
): OpeningFault[] {
	const faults: OpeningFault[] = [];

	if (date < plan.startsOn || date > plan.endsOn) {
		faults.push({ code: 'cohort.session_outside_period', field: `${place}.date` });
	}
	if (startsAt >= endsAt) faults.push({ code: 'cohort.session_backwards', field: `${place}.endsAt` });
	if (!around.modules.includes(module)) {
		faults.push({ code: 'cohort.session_module_unknown', field: `${place}.module` });
	}
	return faults;
}
