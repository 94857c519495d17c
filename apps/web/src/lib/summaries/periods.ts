import { spanOf, spanTitle } from '@stazhirovka/domain/summaries';
import { m } from '#lib/paraglide/messages.js';

const YEARS = [0, 1, 2, 3];

/** What may be chosen as a period, as the form names it. */
export function periodOptions(day: string): { value: string; label: string }[] {
	const years = (kind: 'school_year' | 'calendar_year') =>
		YEARS.map((back) => {
			const year = spanTitle(spanOf({ kind, back }, day));
			const words = kind === 'school_year' ? m.summaries_school_year : m.summaries_calendar_year;
			return { value: `${kind}-${back}`, label: words({ year }) };
		});
	return [...years('school_year'), ...years('calendar_year'), { value: 'days', label: m.summaries_days() }];
}
