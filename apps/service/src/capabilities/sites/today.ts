import { localDay } from '@stazhirovka/domain/tasks';

/** Regions keep their registers by the clock of the capital, as their acts are dated. */
const ZONE = 'Europe/Moscow';

/** The calendar day, `YYYY-MM-DD`. */
export function today(now: () => Date): string {
	return localDay(now(), ZONE);
}
