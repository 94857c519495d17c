import type { Answer } from '@stazhirovka/domain/forms';

/** Whether nothing was written yet: there is nothing to advise on. */
export function isBare(answer: Answer): boolean {
	return !Object.values(answer).some((value) => typeof value === 'string' && value.trim().length > 0);
}
