const DAY = 86_400_000;

/**
 * Due dates (`YYYY-MM-DD`) for the first proposal: spread evenly, never before the first day, the last one on the
 * last day of the period.
 */
export function spreadDates(startsOn: string, endsOn: string, count: number): string[] {
	const start = Date.parse(startsOn);
	const days = Math.max(0, (Date.parse(endsOn) - start) / DAY);

	return Array.from({ length: count }, (_, place) =>
		isoDay(start + Math.round(((place + 1) * days) / count) * DAY)
	);
}

function isoDay(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
