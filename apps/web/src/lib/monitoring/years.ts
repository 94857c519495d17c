import { schoolYearAround, spansUntil } from '@stazhirovka/domain/indicators';

const YEARS = 4;

/** School years that may be chosen, the present one first. */
export function yearsUntil(day: string): { from: string; to: string }[] {
	return spansUntil(schoolYearAround(day), YEARS).toReversed();
}

/** The days of a school year that is asked for by its first one; nothing else is understood. */
export function daysOf(year: string | null): { from: string; to: string } | Record<never, never> {
	const first = /^\d{4}-09-01$/.test(year ?? '') ? Number(year?.slice(0, 4)) : null;
	return first === null ? {} : { from: `${first}-09-01`, to: `${first + 1}-08-31` };
}
