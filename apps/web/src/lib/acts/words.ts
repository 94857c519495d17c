import type { Act, StatusDecision } from '@stazhirovka/contract/sites';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/shell/dates.ts';

/** «распоряжение от 1 сентября 2025 г. № 17-р» */
export function actWords({ kind, number, signedOn }: Pick<Act, 'kind' | 'number' | 'signedOn'>): string {
	return m.acts_name({ kind, number, date: dayText(signedOn) });
}

/** What was decided about a site, and from when. */
export function decisionWords({
	kind,
	from,
	lastDay
}: Pick<StatusDecision, 'kind' | 'from' | 'lastDay'>): string {
	return m.acts_decision({ kind, from: dayText(from), until: lastDay ? dayText(lastDay) : '' });
}
