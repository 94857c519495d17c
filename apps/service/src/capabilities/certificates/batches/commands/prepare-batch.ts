import type { Tx } from '@stazhirovka/db';
import { byAlphabet } from '@stazhirovka/domain/alphabet';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { enterCohort, journeysOf, lockCohort, type CohortFacts } from '../../../cohorts/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import { wordsOf } from '../../document.ts';
import { groundsInCohort } from '../../grounds.ts';
import { documentFactsOf, siteSigner } from '../../queries.ts';
import { registeredOf } from '../../store.ts';
import { toApprove } from '../letters.ts';
import { approversOf } from '../queries.ts';
import * as store from '../store.ts';

/**
 * Freezes what the documents of these interns will say (V2.3.5): a second person reads exactly these words and approves
 * them. Nobody stands in two batches at once. Those who may approve get a letter.
 */
export async function prepareBatch(ctx: Ctx, cohortId: string, enrolments: string[]): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'leader');
		await lockCohort(tx, cohortId);
		const ids = [...new Set(enrolments)];
		await requireReady(tx, ctx, cohort, ids);

		const preparedBy = ctx.actor.personId;
		const listed = await wordsOfAll(tx, ctx, cohort, ids);
		const id = await store.insertBatch(tx, { cohortId, preparedBy, preparedAt: ctx.now() }, listed);
		await record(tx, ctx, 'certificate_batch.prepared', { id, cohortId }, { enrolments: ids });
		const link = `${ctx.origin}/leader/cohorts/${cohortId}/certificates/batches/${id}`;
		for (const approver of await approversOf(tx, cohort, preparedBy))
			await post(tx, toApprove(approver, { cohort: cohort.cohortTitle, total: ids.length, link }), ctx.now());
		return id;
	});
}

/** Names those who may not have a document now, all of them. */
async function requireReady(tx: Tx, ctx: Ctx, cohort: CohortFacts, ids: string[]): Promise<void> {
	const journeys = await journeysOf(tx, cohort, ctx.now());
	const complete = new Set(
		journeys.flatMap(({ walker, completion }) => (completion.complete ? [walker.enrolmentId] : []))
	);
	const having = new Set((await registeredOf(tx, ids)).map(({ enrolmentId }) => enrolmentId));
	const standing = await store.standingIn(tx, ids);
	const known = new Set(journeys.map(({ walker }) => walker.enrolmentId));
	if (ids.some((id) => !known.has(id))) missing('enrolment');

	const unready = ids.filter((id) => !complete.has(id) || having.has(id) || standing.has(id));
	if (unready.length) fail('refused', 'batch.not_ready', { enrolments: unready });
}

async function wordsOfAll(tx: Tx, ctx: Ctx, cohort: CohortFacts, ids: string[]): Promise<store.Listed[]> {
	const programme = await loadProgramme(tx, cohort.programmeVersionId);
	const signer = await siteSigner(tx, cohort.siteId, ctx.actor.personId);
	const groundsFor = await groundsInCohort(tx, cohort.cohortId);
	const today = localDay(ctx.now(), cohort.timeZone);

	return (await documentFactsOf(tx, ids))
		.toSorted(
			({ holder: one }, { holder: other }) =>
				byAlphabet(one.surname, other.surname) || byAlphabet(one.givenName, other.givenName)
		)
		.map((facts) => ({
			enrolmentId: facts.enrolmentId,
			words: wordsOf(programme, facts, { signer, grounds: groundsFor(facts.enrolmentId) }, today)
		}));
}
