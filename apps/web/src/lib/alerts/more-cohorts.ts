import type { SiteAlerts } from '@stazhirovka/contract/alerts';

/** How many cohorts are shown of how many in which somebody needs attention; null where that is all of them. */
export function moreCohorts({
	shown,
	cohorts
}: Pick<SiteAlerts, 'cohorts'> & { shown: readonly unknown[] }): { shown: number; count: number } | null {
	return cohorts > shown.length ? { shown: shown.length, count: cohorts } : null;
}
