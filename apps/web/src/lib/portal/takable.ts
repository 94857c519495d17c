import type { NextCohort } from '@stazhirovka/contract/portal';

/**
 * The cohorts that one can still apply to, those with seats before those with a waiting list only, and the others; else
 * each in the order given.
 */
export function sorted<C extends NextCohort>(cohorts: C[]): { takable: C[]; closed: C[] } {
	const open = cohorts.filter((cohort) => cohort.open);
	const hasSeats = ({ waitingPlace }: C) => waitingPlace === null;
	return {
		takable: [...open.filter(hasSeats), ...open.filter((cohort) => !hasSeats(cohort))],
		closed: cohorts.filter((cohort) => !cohort.open)
	};
}
