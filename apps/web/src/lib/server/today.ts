/** Today's calendar day in a zone, `YYYY-MM-DD`: what a form offers before anything is typed. */
export function todayIn(timeZone: string): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}
