/** Days that are not worked every year, `MM-DD` (Labour Code, article 112). */
const HOLIDAYS: ReadonlySet<string> = new Set([
	...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
	...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04']
]);

/**
 * Monday to Friday but for the holidays of the Labour Code. Days that the government moves from year to year are not
 * known here: a moved day off counts as worked, which can only hurry an answer.
 */
export function isWorkingDay(day: string): boolean {
	const weekday = new Date(Date.parse(day)).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(day.slice(5));
}
