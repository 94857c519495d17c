import { addDays, daysBetween } from '../calendar/index.ts';

/**
 * Due dates (`YYYY-MM-DD`) for the first proposal: spread evenly, never before the first day, the last one on the
 * last day of the period.
 */
export function spreadDates(startsOn: string, endsOn: string, count: number): string[] {
	const days = Math.max(0, daysBetween(startsOn, endsOn));

	return Array.from({ length: count }, (_, place) =>
		addDays(startsOn, Math.round(((place + 1) * days) / count))
	);
}
