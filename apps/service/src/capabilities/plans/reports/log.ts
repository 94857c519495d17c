import type { Database, Tx } from '@stazhirovka/db';
import type { Coverage, ReportLog } from '@stazhirovka/domain/plans';
import * as log from '../queries.ts';
import { worksOf } from './projects-queries.ts';
import { cohortsOf, evidenceOf } from './queries.ts';

/** Everything that is known of a site's work on these days (R128). */
export async function logOf(db: Database | Tx, siteId: string, days: Coverage): Promise<ReportLog> {
	const [events, changes, works, cohorts] = await Promise.all([
		log.heldBetween(db, siteId, days.from, days.to),
		log.correctedBetween(db, siteId, days.from, days.to),
		worksOf(db, siteId, days),
		cohortsOf(db, siteId, days)
	]);
	const evidence = await evidenceOf(
		db,
		events.map(({ id }) => id)
	);
	return {
		events: events.map((event) => ({ ...event, ...(evidence.get(event.id) ?? NO_EVIDENCE) })),
		changes,
		works,
		cohorts
	};
}

const NO_EVIDENCE = { responsible: '', files: 0 };
