import { m } from '#lib/paraglide/messages.js';
import { clock, lastDay, momentText } from '#lib/shell/dates.ts';

/** Until when, as people say it: midnight is the end of the day before. */
export function dueText(dueAt: string): string {
	return clock(dueAt) === '00:00' ? m.drafts_end_of_day({ date: lastDay(dueAt) }) : momentText(dueAt);
}
