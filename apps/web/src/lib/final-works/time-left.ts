const HOUR = 3_600_000;

/** How long until a deadline, in the largest whole unit; null once it has passed. */
export function timeLeft(
	dueAt: string,
	now: string
): { unit: 'days' | 'hours' | 'less'; count: number } | null {
	const hours = Math.floor((Date.parse(dueAt) - Date.parse(now)) / HOUR);
	if (Date.parse(dueAt) <= Date.parse(now)) return null;
	if (hours >= 48) return { unit: 'days', count: Math.floor(hours / 24) };
	return hours >= 1 ? { unit: 'hours', count: hours } : { unit: 'less', count: 0 };
}
