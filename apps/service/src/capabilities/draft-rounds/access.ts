import type { Database, Tx } from '@stazhirovka/db';
import { roundState } from '@stazhirovka/domain/draft-rounds';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { findReading, findRound } from './store.ts';

/** The door to a draft of somebody else: for the reader whom it was given to, until the time is over without a comment. */
export async function enterReading(
	db: Database | Tx,
	{ actor, now }: Pick<Ctx, 'actor' | 'now'>,
	id: string
) {
	const { reading, draft } = (await findReading(db, id)) ?? missing('enrolment');
	const cohort = await enterEnrolment(db, actor, reading.readerId, 'intern');
	if (reading.lapsedAt) missing('enrolment');
	const state = roundState(await findRound(db, draft.cohortId), now());
	return { reading, draft, cohort, state };
}
