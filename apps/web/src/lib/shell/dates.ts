const LOCALE = 'ru-RU';
const NBSP = '\u00a0';

const dayFormat = new Intl.DateTimeFormat(LOCALE, {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});
const monthFormat = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: 'UTC' });
/** By the zone: to make one takes as long as to write a hundred times with it, and a chat writes thousands. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, Intl.DateTimeFormat>();
const longDays = new Map<string, Intl.DateTimeFormat>();

/** «26 февраля 2027 г.» of a calendar day `2027-02-26`. */
export function dayText(day: string): string {
	return tied(dayFormat.format(new Date(`${day}T00:00:00Z`)));
}

/** «26 февраля», where the year is plain from the place. */
export function shortDay(day: string): string {
	return tied(shortFormat.format(new Date(`${day}T00:00:00Z`)));
}

/** «май 2023 г.» of a month `2023-05`. */
export function monthText(month: string): string {
	return tied(monthFormat.format(new Date(`${month}-01T00:00:00Z`)));
}

/** «июня» of the sixth month, as it stands after a day. */
export function monthName(month: number): string {
	const [, name] = shortFormat.format(new Date(Date.UTC(2001, month - 1, 1))).split(' ');
	return name ?? '';
}

/** «18 января – 26 февраля 2027 г.» */
export function periodText(from: string, to: string): string {
	const start = from.slice(0, 4) === to.slice(0, 4) ? shortDay(from) : dayText(from);
	return `${start} – ${dayText(to)}`;
}

/** The same; of a single day, the day alone. */
export function daysText(from: string, to: string): string {
	return from === to ? dayText(from) : periodText(from, to);
}

/** «18 января 2027 г.» of a moment, in Moscow. */
export function momentDay(moment: string): string {
	return dayText(dayIn(new Date(moment), 'Europe/Moscow'));
}

/** «18 января 2027 г., 14:02» of a moment, in the zone given: the site's for deadlines, Moscow's by default. */
export function momentText(moment: string, timeZone = 'Europe/Moscow'): string {
	const at = new Date(moment);
	const format = kept(longDays, timeZone, LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
	return `${tied(format.format(at))}, ${clock(moment, timeZone)}`;
}

/** «26 февраля 2027 г.» of a deadline, which is the midnight after its last day. */
export function lastDay(deadline: string, timeZone = 'Europe/Moscow'): string {
	const within = new Date(Date.parse(deadline) - 1);
	return dayText(dayIn(within, timeZone));
}

/** «14:02» */
export function clock(moment: string, timeZone = 'Europe/Moscow'): string {
	return kept(clocks, timeZone, LOCALE, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
}

/** `2027-02-26` */
export function dayIn(at: Date, timeZone: string): string {
	return kept(days, timeZone, 'sv-SE', {}).format(at);
}

function kept(
	among: Map<string, Intl.DateTimeFormat>,
	timeZone: string,
	locale: string,
	options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
	const format = among.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
	among.set(timeZone, format);
	return format;
}

/** The day stays with its month, and «г.» with its year. */
function tied(text: string): string {
	return text.replace(/^(\d+) /, `$1${NBSP}`).replace(/ г\.$/, `${NBSP}г.`);
}
