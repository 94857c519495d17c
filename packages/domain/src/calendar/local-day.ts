/** Making a format costs a thousand times more than using one, and a cohort's grid needs thousands of days. */
const DAY_FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`YYYY-MM-DD`) of a moment in a time zone: an IANA name or an offset such as `+07:00`. */
export function localDay(at: Date, timeZone: string): string {
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
