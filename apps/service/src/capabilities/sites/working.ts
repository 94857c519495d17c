import type { Database, Tx } from '@stazhirovka/db';
import { mayWork, statusOn } from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { settle } from '../../shell/errors.ts';
import type { SiteFacts } from './site-store.ts';
import { statusPeriodsOf } from './acts/status-store.ts';

/**
 * Stops what would change a site whose status is not active today, in the site's zone: it is only read (R34). Answers
 * with today, so that what is written bears the day that it was judged by.
 */
export async function allowWhileActive(
	db: Database | Tx,
	{ now }: Pick<Ctx, 'now'>,
	{ id, timeZone }: Pick<SiteFacts, 'id' | 'timeZone'>
): Promise<string> {
	const today = localDay(now(), timeZone);
	settle(mayWork(statusOn(await statusPeriodsOf(db, id), today)));
	return today;
}
