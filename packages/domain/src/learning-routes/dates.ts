const DAY = 86_400_000;

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

export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
