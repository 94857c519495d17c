import type { Database, Tx } from '@stazhirovka/db';
import { staffMarks } from '@stazhirovka/domain/calibration';
import { loadProgramme } from '../programmes/index.ts';
import { examplesByIds, triesOf, type TryRow } from './store.ts';

/** A mark of an example: of an intern, before the staff's were known, or of the staff. */
export type ExampleMarks = { work: string; reviewer: string; scores: Record<string, number>; staff: boolean };

/** What interns and staff gave to examples: it tells how strict each intern is. */
export async function exampleMarks(
	db: Database | Tx,
	programmeVersionId: string,
	enrolmentIds: string[]
): Promise<ExampleMarks[]> {
	const tries = enrolmentIds.length ? firstOfEach(await triesOf(db, enrolmentIds)) : [];
	if (tries.length === 0) return [];
	const { document } = await loadProgramme(db, programmeVersionId);
	const examples = await examplesByIds(
		db,
		tries.map(({ calibrationWorkId }) => calibrationWorkId)
	);
	const ofStaff = [...examples.values()].map(({ id, answer }) => {
		const { scores } = staffMarks(document.rubric.criteria, answer);
		return { work: id, reviewer: `staff ${id}`, scores, staff: true };
	});
	const given = tries.map(({ calibrationWorkId, enrolmentId, scores }) => {
		return { work: calibrationWorkId, reviewer: enrolmentId, scores, staff: false };
	});
	return [...ofStaff, ...given];
}

/** A second try at the same example was made with the staff's marks in view. */
function firstOfEach(tries: TryRow[]): TryRow[] {
	const keyOf = ({ enrolmentId, calibrationWorkId }: TryRow) => `${enrolmentId} ${calibrationWorkId}`;
	return [...Map.groupBy(tries, keyOf).values()].flatMap(([first]) => first ?? []);
}
