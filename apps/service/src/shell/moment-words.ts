import { localDay } from '@stazhirovka/domain/calendar';
import { longDate } from '@stazhirovka/domain/certificates';
import { localTime } from '@stazhirovka/domain/tasks';

/** «20 января 2027 г., 15:00» of the site's clock, for letters. */
export function momentWords({ startsAt, timeZone }: { startsAt: Date; timeZone: string }): string {
	return `${longDate(localDay(startsAt, timeZone))}, ${localTime(startsAt, timeZone)}`;
}
