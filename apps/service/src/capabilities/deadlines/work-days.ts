import type { Database, Tx } from '@stazhirovka/db';
import { workCalendar, type WorkCalendar } from '@stazhirovka/domain/calendar';
import { daysOffOf } from './store.ts';

/** The days that a site works: the country’s calendar with the site’s and its region’s days off. */
export async function workCalendarOf(db: Database | Tx, siteId: string): Promise<WorkCalendar> {
	return workCalendar(await daysOffOf(db, siteId));
}
