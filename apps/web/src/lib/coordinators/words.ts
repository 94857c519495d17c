import type { NamedCoordinator } from '@stazhirovka/contract/coordinators';
import { m } from '#lib/paraglide/messages.js';
import { actWords, leadingWords } from '#lib/sites/words.ts';

/** «с 1 сентября 2026 г. · приказ от 20 января 2026 г. № 5, Комитет» */
export function appointmentWords({
	act,
	...days
}: Pick<NamedCoordinator, 'act' | 'from' | 'lastDay'>): string {
	const by = act ? actWords(act) : m.coordinators_no_act();
	return [leadingWords(days), by].join(' · ');
}
