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

	const words = code < HALF ? m.problem_a_to_g : m.problem_h_to_z;
	return words({ code, limit, found, what: wordsOf(details.limit ?? details.characters) });
}

/** The catalogue has two halves by the first letter of the code: in one the compiler of types would give up. */
const HALF = 'h';

/** What is named: a day, words of the regulation, or signs that cannot be printed. */
function wordsOf(value: unknown): string {
	if (Array.isArray(value)) return value.join(' ');
	if (typeof value !== 'string') return '';
	return isCalendarDate(value) ? dayText(value) : value;
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
