import type { Database, Tx } from '@stazhirovka/db';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { guardCalibration } from '../calibration/index.ts';
import { enterCohort, enterEnrolment, type CohortRelation } from '../cohorts/index.ts';
import { isBegun, sheetOf } from '../forms/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { findReview } from './reviews-store.ts';
import { findWork } from './store.ts';

type Queryable = Database | Tx;

/**
 * The door to a work on the forum, for those who stand in one of the relations to its cohort. An unknown id is
 * refused in the words of the cohort's door, so that nobody learns which works of others exist.
 */
export async function enterWork(db: Queryable, actor: Actor, id: string, ...relations: CohortRelation[]) {
	const work = (await findWork(db, id)) ?? missing('cohort');
	return { work, cohort: await enterCohort(db, actor, work.cohortId, ...relations) };
}

/** The door to a review: for the one whom it was given to, with the sheet that is being written. */
export async function enterReview(db: Queryable, actor: Actor, id: string) {
	const review = (await findReview(db, id)) ?? missing('enrolment');
	const enrolment = await enterEnrolment(db, actor, review.reviewerId, 'intern');
	const programme = await loadProgramme(db, enrolment.programmeVersionId);
	const owner = { cohortId: enrolment.cohortId, enrolmentId: enrolment.id };
	const sheet = sheetOf(programme, 'peer_rubric', owner, review.id);
	// Whoever has begun a review ends it, also where the site publishes its first example meanwhile.
	if (!(await isBegun(db, sheet))) await guardCalibration(db, enrolment);

	return { review, enrolment, programme, sheet };
}
