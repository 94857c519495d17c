const DAY = 86_400_000;

export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / DAY;
}

export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday of the day's week. */
export function weekOf(day: string): string {
	const weekday = new Date(Date.parse(day)).getUTCDay();
	return addDays(day, -((weekday + 6) % 7));
}
