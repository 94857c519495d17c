import { schoolYearAround, spansUntil } from '@stazhirovka/domain/indicators';

const YEARS = 4;

/** School years that may be chosen, the present one first. */
export function yearsUntil(day: string): { from: string; to: string }[] {
	return spansUntil(schoolYearAround(day), YEARS).toReversed();
}
