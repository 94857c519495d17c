import type { Database, Tx } from '@stazhirovka/db';
import { applicationFacts, councilsOf, judgedBy } from './queries.ts';
import { stancesOf } from './stances.ts';

/**
 * Whether somebody may read an application as a member of a council that judges it: who sits in it on the day and has
 * declared to be free of conflict. Before the declaration nothing of it can be read (R27).
 */
export async function mayReview(
	db: Database | Tx,
	personId: string,
	applicationId: string,
	day: string
): Promise<boolean> {
	const sitting = await councilsOf(db, personId, day);
	const ids = sitting.map(({ id }) => id);
	if (ids.length === 0 || (await judgedBy(db, ids, applicationId)).length === 0) return false;

	const facts = (await applicationFacts(db, [applicationId])).get(applicationId);
	const stances = facts && (await stancesOf(db, [personId], [facts]));
	return stances?.(personId, applicationId).standing === 'free';
}

/** The applications that somebody may read on a day as a member of a council: for what hangs on them. */
export async function reviewedApplications(
	db: Database | Tx,
	personId: string,
	day: string
): Promise<string[]> {
	const sitting = await councilsOf(db, personId, day);
	const judged = await judgedBy(
		db,
		sitting.map(({ id }) => id)
	);
	const facts = await applicationFacts(
		db,
		judged.map(({ applicationId }) => applicationId)
	);
	const stances = await stancesOf(db, [personId], [...facts.values()]);
	return [...facts.keys()].filter((id) => stances(personId, id).standing === 'free');
}
