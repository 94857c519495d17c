import type { CohortPhase } from '@stazhirovka/domain/cohorts';

type Group<T> = { phase: CohortPhase; cohorts: T[] };

/** What goes on and what is to come stands open; what has ended is folded, unless there is nothing else. */
export function folded<T>(groups: Group<T>[]): { now: Group<T>[]; over: T[]; isOverOpen: boolean } {
	const now = groups.filter(({ phase }) => phase !== 'over');
	return {
		now,
		over: groups.find(({ phase }) => phase === 'over')?.cohorts ?? [],
		isOverOpen: now.length === 0
	};
}
