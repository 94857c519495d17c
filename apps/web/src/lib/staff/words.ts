import type { SitePerson } from '@stazhirovka/contract/staff';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

/** «статус действует до 31 августа 2028 г.» */
export function statusWords({ status, lastDay }: { status: string | null; lastDay: string | null }): string {
	const words = m.people_status({ status: status ?? '' });
	return status && lastDay ? m.people_status_until({ status: words, date: dayText(lastDay) }) : words;
}

/** «методист · с 1 сентября 2026 г.», or the days when it has ended. */
export function personWords({ position, from, lastDay, email }: SitePerson): string {
	const days = lastDay ? periodText(from, lastDay) : m.people_since({ date: dayText(from) });
	return [position, days, email].filter(Boolean).join(' · ');
}
