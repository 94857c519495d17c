/** What goes on now, what is to come, what has ended: the order in which whoever leads cohorts asks of them. */
export const COHORT_PHASES = ['running', 'ahead', 'over'] as const;
export type CohortPhase = (typeof COHORT_PHASES)[number];

type Days = { startsOn: string; endsOn: string };

/** Where a cohort stands on a day; its first and last days are within. */
export function cohortPhase({ startsOn, endsOn }: Days, today: string): CohortPhase {
	if (today < startsOn) return 'ahead';
	return today > endsOn ? 'over' : 'running';
}

/**
 * Cohorts by where they stand, each on its own day: what ends or begins sooner first, what has ended last first; those
 * of one day in the order given.
 */
export function cohortsByPhase<T extends Days>(
	cohorts: readonly T[],
	todayOf: (cohort: T) => string
): { phase: CohortPhase; cohorts: T[] }[] {
	const found = Map.groupBy(cohorts, (cohort) => cohortPhase(cohort, todayOf(cohort)));
	return COHORT_PHASES.flatMap((phase) => {
		const own = found.get(phase);
		return own ? [{ phase, cohorts: own.toSorted(SOONER[phase]) }] : [];
	});
}

const SOONER: Record<CohortPhase, (one: Days, other: Days) => number> = {
	running: (one, other) => earlier(one.endsOn, other.endsOn),
	ahead: (one, other) => earlier(one.startsOn, other.startsOn),
	over: (one, other) => earlier(other.endsOn, one.endsOn)
};

/** ISO days are ordered as they are written. */
function earlier(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
