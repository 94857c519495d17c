import { localTime } from '../tasks/index.ts';

/** What somebody has not read in one room since the last letter. */
export type Missed = { since: Date; timeZone: string };

const HOUR = 3_600_000;
/** Whoever is reading just now needs no letter. */
const SETTLED_HOURS = 2;
const FROM = '08:00';
const UNTIL = '20:00';

/**
 * Whether a letter about what was missed goes out now: something has lain unread for a while, and it is day where it
 * lies. That there is one a day at most is the claim of the day.
 */
export function isDigestDue(missed: readonly Missed[], now: Date): boolean {
	return missed.some(({ since, timeZone }) => {
		const time = localTime(now, timeZone);
		return now.getTime() - since.getTime() >= SETTLED_HOURS * HOUR && time >= FROM && time < UNTIL;
	});
}
