import { m } from '#lib/paraglide/messages.js';
import { clock, lastDay, momentText } from '#lib/shell/dates.ts';
import { siteZone } from '#lib/shell/site-zone.ts';

/** Until when by the clock of the site, as people say it: midnight is the end of the day before. */
export function dueText(dueAt: string): string {
	const zone = siteZone();
	return clock(dueAt, zone) === '00:00'
		? m.drafts_end_of_day({ date: lastDay(dueAt, zone) })
		: momentText(dueAt, zone);
}
