import type { SitePerson } from '@stazhirovka/contract/staff';
import { dayAfter } from '@stazhirovka/domain/calendar';
import { m } from '#lib/paraglide/messages.js';
import { dayText, periodText } from '#lib/shell/dates.ts';

/** «статус действует до 31 августа 2028 г.»; of what an act ended, the first day without it. */
export function statusWords({ status, lastDay }: { status: string | null; lastDay: string | null }): string {
	const words = m.people_status({ status: status ?? '' });
	if (!status || !lastDay) return words;
	const day = status === 'terminated' ? dayAfter(lastDay) : lastDay;
	return m.people_status_on({ status, words, date: dayText(day) });
}

/** «методист · с 1 сентября 2026 г.», or the days when it has ended. */
export function personWords({ position, from, lastDay, email }: SitePerson): string {
	const days = lastDay ? periodText(from, lastDay) : m.people_since({ date: dayText(from) });
	return [position, days, email].filter(Boolean).join(' · ');
}
