/** Making a format costs a thousand times more than using one, and a cohort's grid needs thousands of days. */
const DAY_FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * Days already told, by zone and quarter of an hour: clocks change on quarters alone, and a page of a large cohort asks
 * for thousands of days of a few weeks. Bounded; forgetting costs nothing but time.
 */
const DAYS = new Map<string, Map<number, string>>();
const QUARTER = 900_000;
const MOST_DAYS = 20_000;
/** Until the last century offsets were not whole quarters everywhere. */
const WHOLE_QUARTERS_SINCE = Date.UTC(2000, 0, 1);

/** The calendar day (`YYYY-MM-DD`) of a moment in a time zone: an IANA name or an offset such as `+07:00`. */
export function localDay(at: Date, timeZone: string): string {
	const time = at.getTime();
	if (!(time >= WHOLE_QUARTERS_SINCE)) return toldDay(at, timeZone);

	const days = DAYS.get(timeZone) ?? new Map<number, string>();
	const quarter = Math.floor(time / QUARTER);
	const known = days.get(quarter);
	if (known !== undefined) return known;

	const day = toldDay(at, timeZone);
	if (days.size >= MOST_DAYS) days.clear();
	DAYS.set(timeZone, days.set(quarter, day));
	return day;
}

function toldDay(at: Date, timeZone: string): string {
	const found = Object.fromEntries(
		dayFormat(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value])
	);
	return `${found.year?.padStart(4, '0')}-${found.month}-${found.day}`;
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
	const known = DAY_FORMATS.get(timeZone);
	if (known) return known;

	const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
	const format = new Intl.DateTimeFormat('en', { timeZone, ...parts });
	DAY_FORMATS.set(timeZone, format);
	return format;
}
