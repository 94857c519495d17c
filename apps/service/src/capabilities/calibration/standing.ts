import type { Database, Tx } from '@stazhirovka/db';
import { calibrationStanding, mayReview, type CalibrationStanding } from '@stazhirovka/domain/calibration';
import { fail } from '../../shell/errors.ts';
import type { EnrolmentFacts } from '../cohorts/index.ts';
import * as store from './store.ts';

type Queryable = Database | Tx;
type Intern = Pick<EnrolmentFacts, 'id' | 'siteId' | 'programmeVersionId'>;

export async function standingOf(db: Queryable, intern: Intern): Promise<CalibrationStanding> {
	const [examples, tries, admissions] = await Promise.all([
		store.examplesOf(db, intern),
		store.triesOf(db, [intern.id]),
		store.admissionsOf(db, [intern.id])
	]);
	return judge(examples, tries, admissions.has(intern.id));
}

export function judge(
	examples: store.ExampleRow[],
	tries: store.TryRow[],
	admitted: boolean
): CalibrationStanding {
	const given = examples.filter(({ publishedAt }) => publishedAt !== null).map(({ id }) => id);
	const made = tries.map(({ calibrationWorkId, passed }) => ({ exampleId: calibrationWorkId, passed }));
	return calibrationStanding(given, made, admitted);
}

/** Real works are for those whose marks agree with the staff's, where the site keeps examples (R116). */
export async function guardCalibration(db: Queryable, intern: Intern): Promise<void> {
	if (!(await store.hasPublished(db, intern))) return;
	if (!mayReview(await standingOf(db, intern))) fail('refused', 'review.calibrate_first');
}
