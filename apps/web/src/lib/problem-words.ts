import { isCalendarDate } from '@stazhirovka/domain/calendar';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/shell/dates.ts';

/**
 * The whole catalogue of words for refusals. It is heavy, and most pages never need a line of it: only `problems.ts`
 * loads it, when there is something to explain.
 */
export function problemWords(code: string, details: Record<string, unknown> = {}): string {
	const limit = numberOf(details.limit ?? details.allowed ?? details.least);
	const found = numberOf(details.found ?? details.unanswered);

	return m.problem({ code, limit, found, what: wordsOf(details.limit) });
}

/** A limit that is not a number: a day, or words of the regulation. */
function wordsOf(value: unknown): string {
	if (typeof value !== 'string') return '';
	return isCalendarDate(value) ? dayText(value) : value;
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
