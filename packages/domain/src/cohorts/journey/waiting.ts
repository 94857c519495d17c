const HOUR = 3_600_000;

/** Somebody who has waited this long is shown first and in another colour. */
const LONG_HOURS = 48;

/** How long somebody has been waiting, in whole hours by the server's clock. */
export function waitingTime(since: Date, now: Date): { hours: number; isLong: boolean } {
	const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR));
	return { hours, isLong: hours >= LONG_HOURS };
}
