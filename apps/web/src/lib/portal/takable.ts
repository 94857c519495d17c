import type { NextCohort } from '@stazhirovka/contract/portal';

/** The cohorts that one can still apply to, if only for the waiting list, and the others, each in the order given. */
export function sorted<C extends NextCohort>(cohorts: C[]): { takable: C[]; closed: C[] } {
	const isTakable = ({ open }: C) => open;
	return {
		takable: cohorts.filter(isTakable),
		closed: cohorts.filter((cohort) => !isTakable(cohort))
	};
}
