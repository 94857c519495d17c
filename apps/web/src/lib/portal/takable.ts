import type { NextCohort } from '@stazhirovka/contract/portal';

/** The cohorts that one can still apply to, and the others, each in the order given. */
export function sorted(cohorts: NextCohort[]): { takable: NextCohort[]; closed: NextCohort[] } {
	const isTakable = ({ open, seatsLeft }: NextCohort) => open && seatsLeft > 0;
	return {
		takable: cohorts.filter(isTakable),
		closed: cohorts.filter((cohort) => !isTakable(cohort))
	};
}
