import { addDays, daysBetween, daysIn } from '../calendar/index.ts';

/** First and last day, both within. A cohort belongs to the period in which its last day lies. */
export type Span = { from: string; to: string };

/** The school year that a day lies in: 1 September to 31 August. */
export function schoolYearAround(day: string): Span {
	const year = Number(day.slice(0, 4)) - (day.slice(5) >= '09-01' ? 0 : 1);
	return { from: `${year}-09-01`, to: `${year + 1}-08-31` };
}

/** The same number of days right before; a whole year is followed back to the same dates. */
export function spanBefore({ from, to }: Span): Span {
	const earlier = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
	const whole = addDays(earlier(addDays(to, 1)), 0) === from;
	return whole
		? { from: earlier(from), to: addDays(from, -1) }
		: { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };
}

/** The same days of an earlier year; of 29 February the 28th, where that year has none. */
export function spanYearsBefore({ from, to }: Span, years: number): Span {
	return { from: yearsBefore(from, years), to: yearsBefore(to, years) };
}

function yearsBefore(day: string, years: number): string {
	const [first = '', month = '', date = ''] = day.split('-');
	const year = Math.max(1, Number(first) - years);
	const last = Math.min(Number(date), daysIn(year, Number(month)));
	return `${String(year).padStart(4, '0')}-${month}-${String(last).padStart(2, '0')}`;
}

/** A span and those before it, the oldest first. */
export function spansUntil(span: Span, count: number): Span[] {
	const spans = [span];
	while (spans.length < count) spans.unshift(spanBefore(spans[0] ?? span));
	return spans;
}
