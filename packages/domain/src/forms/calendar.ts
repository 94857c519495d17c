const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that exists, written `2027-02-26`; `2026-02-30` is refused. */
export function isCalendarDate(value: unknown): value is string {
	const parts = typeof value === 'string' ? DATE.exec(value) : null;
	if (!parts) return false;

	const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
