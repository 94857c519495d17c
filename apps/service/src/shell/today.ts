import { localDay } from '@stazhirovka/domain/calendar';

/** Registers, councils and whatever has no place of its own go by the clock of the capital, as acts are dated. */
const ZONE = 'Europe/Moscow';

/** The calendar day, `YYYY-MM-DD`. */
export function today(now: () => Date): string {
	return localDay(now(), ZONE);
}
