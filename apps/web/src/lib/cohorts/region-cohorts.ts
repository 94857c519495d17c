import type { Cohort } from '@stazhirovka/contract/cohorts';
import { byAlphabet, hasWords } from '@stazhirovka/domain/alphabet';
import { COHORT_PHASES, cohortsByPhase, type CohortPhase } from '@stazhirovka/domain/cohorts';

const PAGE_SIZE = 40;
type Shown = Pick<Cohort, 'title' | 'site' | 'programme' | 'startsOn' | 'endsOn'>;
type Asked = { search: string; phase: string | null; page: number };

/**
 * The cohorts of a region one page at a time. Without a choice the first phase that has any is shown: what goes on
 * before what is to come. Those of one day stand by their sites.
 */
export function regionCohorts<T extends Shown>(
	cohorts: readonly T[],
	{ search, phase: asked, page }: Asked,
	todayOf: (cohort: T) => string
) {
	const found = cohorts
		.filter(({ title, site, programme }) => hasWords([title, site, programme], search))
		.toSorted((one, other) => byAlphabet(one.site, other.site));
	const groups = new Map(cohortsByPhase(found, todayOf).map((group) => [group.phase, group.cohorts]));
	const counts = COHORT_PHASES.map((phase) => ({ phase, count: groups.get(phase)?.length ?? 0 }));
	const phase: CohortPhase =
		COHORT_PHASES.find((one) => one === asked) ?? counts.find(({ count }) => count > 0)?.phase ?? 'running';
	const own = groups.get(phase) ?? [];
	const pages = Math.max(1, Math.ceil(own.length / PAGE_SIZE));
	const at = Math.min(Math.max(1, Math.trunc(page)), pages);

	return { counts, phase, pages, page: at, shown: own.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE) };
}
