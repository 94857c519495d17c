import { dayIn } from '#lib/shell/dates.ts';

/** Today's calendar day in a zone, `YYYY-MM-DD`: what a form offers before anything is typed. */
export function todayIn(timeZone: string): string {
	return dayIn(new Date(), timeZone);
}
