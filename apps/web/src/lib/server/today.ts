import { dayIn } from '#lib/shell/dates.ts';

/** Pages over several sites go by the clock of the capital, as the service does. */
const CAPITAL = 'Europe/Moscow';

/** Today's calendar day in a zone, `YYYY-MM-DD`: what a form offers before anything is typed. */
export function todayIn(timeZone = CAPITAL): string {
	return dayIn(new Date(), timeZone);
}
