import type { Database, Tx } from '@stazhirovka/db';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { guardCalibration } from '../calibration/index.ts';
import {
	enterCohort,
	enterEnrolment,
	findCohortFacts,
	type CohortFacts,
	type CohortRelation
} from '../cohorts/index.ts';
import { isBegun, sheetOf } from '../forms/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { findReserve } from './allocation/store.ts';
import { findReview, type ReviewRow } from './reviews-store.ts';
import { findWork, holdOffAnnouncement } from './store.ts';

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
	const cohort = await enterAsReviewer(db, actor, review);
	const programme = await loadProgramme(db, cohort.programmeVersionId);
	const owner = { cohortId: cohort.cohortId, enrolmentId: review.enrolmentId };
	const sheet = sheetOf(programme, 'peer_rubric', owner, review.id);
	// Whoever has begun a review ends it, also where the site publishes its first example meanwhile.
	const own = review.enrolmentId;
	if (own !== null && !(await isBegun(db, sheet))) await guardCalibration(db, { ...cohort, id: own });

	return { review, cohort, programme, sheet };
}

/** An intern reviews as one of the cohort, somebody of its reserve as the person who was named. */
async function enterAsReviewer(db: Queryable, actor: Actor, review: ReviewRow): Promise<CohortFacts> {
	if (review.reserveId === null) return enterEnrolment(db, actor, review.reviewerId, 'intern');

	const reserve = await findReserve(db, review.reserveId);
	if (reserve?.personId !== actor.personId) return missing('enrolment');
	return (await findCohortFacts(db, reserve.cohortId)) ?? missing('enrolment');
}

/** The review as it is once nobody can announce or give it on: it may have been given on a moment ago. */
export async function holdReview(tx: Tx, { cohortId }: Pick<CohortFacts, 'cohortId'>, id: string) {
	const { announcedAt } = await holdOffAnnouncement(tx, cohortId);
	return { announcedAt, review: (await findReview(tx, id)) ?? missing('enrolment') };
}
