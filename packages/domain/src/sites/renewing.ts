import { daysBetween } from '../calendar/index.ts';
import type { StatusPeriod } from './status.ts';

/** So many days before the last one a new term may be asked for: time for the whole way to the act. */
export const RENEWAL_DAYS = 180;

/** The last day of a term that ends soon or has ended, which a new one may follow; null while it is early or none was. */
export function renewableAfter(
	periods: readonly Pick<StatusPeriod, 'lastDay'>[],
	today: string
): string | null {
	const last = periods.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), '');
	return last !== '' && daysBetween(today, last) <= RENEWAL_DAYS ? last : null;
}

/** Another site of the organisation with its theme, and when its status works. */
export type ThemeOfSite = { theme: string | null; title: string; periods: readonly StatusPeriod[] };

/**
 * The site by which the theme is taken in a term: one organisation has one status of a theme at a time. How the theme
 * is written does not matter.
 */
export function themeTakenBy(
	others: readonly ThemeOfSite[],
	asked: { theme: string; from: string; lastDay: string }
): string | null {
	const meets = ({ from, lastDay }: StatusPeriod) =>
		from <= lastDay && from <= asked.lastDay && asked.from <= lastDay;
	const taken = others.find(
		({ theme, periods }) => folded(theme ?? '') === folded(asked.theme) && periods.some(meets)
	);
	return folded(asked.theme) === '' ? null : (taken?.title ?? null);
}

function folded(theme: string): string {
	return theme
		.toLowerCase()
		.replaceAll('ё', 'е')
		.replace(/[\s«»"„“”.]+/gu, ' ')
		.trim();
}
