import type { Database, Tx } from '@stazhirovka/db';
import type { Actor } from '../../../shell/context.ts';
import { allow, fail, missing } from '../../../shell/errors.ts';
import { enterCohort, seekEnrolment, type CohortFacts } from '../../cohorts/index.ts';
import { loadProgramme, type FrozenProgramme } from '../../programmes/index.ts';
import { findWork, type WorkRow } from '../store.ts';

type Queryable = Database | Tx;

/** A work whose results were told, and how the reader stands to it. */
export type Told = {
	work: WorkRow;
	cohort: CohortFacts;
	programme: FrozenProgramme;
	viewer: 'author' | 'staff';
	/** Runs the cohort as one of its tutors. */
	tutors: boolean;
	announcedAt: Date;
};

/**
 * The door to what follows the announcement: for the author of the work and for those who run or lead the cohort. To
 * anybody else the work does not exist.
 */
export async function enterTold(db: Queryable, actor: Actor, id: string): Promise<Told> {
	const work = (await findWork(db, id)) ?? missing('cohort');
	const own = await seekEnrolment(db, actor, work.enrolmentId, 'intern');
	const staff = own ? null : await enterCohort(db, actor, work.cohortId, 'tutor', 'leader');
	const cohort: CohortFacts = own ?? staff ?? missing('cohort');
	const announcedAt = cohort.announcedAt ?? fail('refused', 'results.not_announced');

	return {
		...{ work, cohort, announcedAt },
		programme: await loadProgramme(db, cohort.programmeVersionId),
		viewer: own ? 'author' : 'staff',
		tutors: staff?.as.includes('tutor') ?? false
	};
}

/** The same for what only the author does. */
export async function enterOwn(db: Queryable, actor: Actor, id: string): Promise<Told> {
	const told = await enterTold(db, actor, id);
	allow(told.viewer === 'author');
	return told;
}
