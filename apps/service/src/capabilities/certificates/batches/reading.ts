import type { AwaitingBatch, Batch, Batches } from '@stazhirovka/contract/certificate-batches';
import type { Database, Tx } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterCohort, journeysOf, ledSites, toPerson, type CohortFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { documentOf } from '../document.ts';
import { documentFacts } from '../queries.ts';
import { registeredOf } from '../store.ts';
import { toLaw } from '../view.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';
import { toBatch, toSummary } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Entering = { db: Database | Tx; actor: Ctx['actor'] };

/** The door to a batch: whoever leads the site of its cohort, or is set over it; refused in the words of its door. */
export async function enterBatch(
	{ db, actor }: Entering,
	id: string
): Promise<{ batch: store.BatchRow; cohort: CohortFacts }> {
	const batch = (await store.findBatch(db, id)) ?? missing('cohort');
	return { batch, cohort: await enterCohort(db, actor, batch.cohortId, 'leader') };
}

export async function readBatch({ db, actor }: Entering, id: string): Promise<Batch> {
	const { batch, cohort } = await enterBatch({ db, actor }, id);
	const [[row], entries, approvers] = await Promise.all([
		queries.batchRows(db, { id }),
		queries.entryRows(db, id),
		queries.approversOf(db, cohort, batch.preparedBy)
	]);
	return toBatch(row ?? missing('batch'), entries, approvers, actor.personId);
}

/** What others have prepared where this person may decide (X1: one prepares, another approves). */
export async function readAwaiting({ db, actor }: Entering): Promise<AwaitingBatch[]> {
	const rows = await queries.awaitingRows(db, await ledSites(db, actor), actor.personId);
	return rows.map(({ preparedBy, preparedAt, ...row }) => ({
		...row,
		preparedBy: toPerson(preparedBy),
		preparedAt: preparedAt.toISOString()
	}));
}

/** Batches of a cohort, and everybody who could stand in the next one or what they lack. */
export async function readBatches({ db, actor, now }: Reading, cohortId: string): Promise<Batches> {
	const cohort = await enterCohort(db, actor, cohortId, 'leader');
	const journeys = await journeysOf(db, cohort, now());
	const ids = journeys.map(({ walker }) => walker.enrolmentId);
	const [first] = ids;
	const [registered, open, batches, approvers, facts, programme] = await Promise.all([
		registeredOf(db, ids),
		store.standingIn(db, ids),
		queries.batchRows(db, { cohortId }),
		queries.approversOf(db, cohort, actor.personId),
		first && documentFacts(db, first),
		loadProgramme(db, cohort.programmeVersionId)
	]);
	const chosen = facts && documentOf(programme, facts, localDay(now(), cohort.timeZone));
	const having = new Set(registered.map(({ enrolmentId }) => enrolmentId));
	return {
		candidates: journeys.flatMap(({ walker: { enrolmentId, person }, completion: { complete, rules } }) =>
			having.has(enrolmentId)
				? []
				: [
						{
							enrolmentId,
							person: toPerson(person),
							ready: complete && !open.has(enrolmentId),
							missing: rules.filter(({ done }) => !done).map(({ text }) => text),
							open: open.get(enrolmentId) ?? null
						}
					]
		),
		approvers: approvers.map(toPerson),
		batches: batches.map(toSummary),
		document: chosen ? { title: chosen.title, law: toLaw(chosen) } : null
	};
}
