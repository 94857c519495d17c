import type { Cohort, CohortEnrolment } from '@stazhirovka/contract/cohorts';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort, ledSites, type CohortRelation } from './access.ts';
import * as queries from './queries.ts';
import { toCohort, toCohortEnrolment, toPerson, type Person } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

export async function listCohorts({ db, actor }: Reader): Promise<Cohort[]> {
	const cards = await queries.cohortsOf(db, actor.personId, await ledSites(db, actor));
	return cards.map((card) => toCohort(card, actor));
}

/** A cohort as one of these sees it; for everybody else it does not exist. */
export async function readCohort(
	{ db, actor }: Reader,
	id: string,
	...relations: CohortRelation[]
): Promise<Cohort> {
	await enterCohort(db, actor, id, ...relations);
	return toCohort((await queries.cohortCard(db, id)) ?? missing('cohort'), actor);
}

export async function listSiteTutors({ db, actor }: Reader): Promise<Person[]> {
	return (await queries.siteTutors(db, await ledSites(db, actor))).map(toPerson);
}

/** People of a cohort, or one of them, for those who run or lead it. */
export async function readCohortEnrolments(
	reader: Reader,
	cohortId: string,
	enrolmentId?: string
): Promise<CohortEnrolment[]> {
	const cohort = await readCohort(reader, cohortId, 'tutor', 'leader');
	const rows = await queries.enrolmentsIn(reader.db, cohortId, enrolmentId);
	return rows.map((row) => toCohortEnrolment(row, cohort, reader.actor));
}
