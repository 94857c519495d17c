import type { Activity } from '@stazhirovka/contract/cohorts';
import { hasWords } from '@stazhirovka/domain/alphabet';

type Exercise = Activity['exercises'][number];

/** Exercises in which every word occurs, wherever it stands. */
export function matching(exercises: Exercise[], words: string): Exercise[] {
	return exercises.filter(({ title, how, time }) => hasWords([title, how, time ?? ''], words));
}
