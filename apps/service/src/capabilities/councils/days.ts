import { localDay } from '@stazhirovka/domain/tasks';

/** Councils have no place of their own in time: their days are counted by the clock of the capital, as acts are dated. */
const ZONE = 'Europe/Moscow';

/** The calendar day, `YYYY-MM-DD`. */
export function today(now: () => Date): string {
	return localDay(now(), ZONE);
}
