import { page } from '$app/state';

type Zoned = { timeZone?: string };

/**
 * The time zone of the site whose page this is, for deadlines: pages of an intern have the path, pages of a cohort the
 * cohort. Where there is no site, the capital's.
 */
export function siteZone(): string {
	const { path, cohort } = page.data as { path?: Zoned; cohort?: Zoned };
	return path?.timeZone ?? cohort?.timeZone ?? 'Europe/Moscow';
}
