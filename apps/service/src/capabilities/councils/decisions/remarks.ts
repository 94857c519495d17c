import type { ExpertRemark } from '@stazhirovka/contract/councils';
import type { Database } from '@stazhirovka/db';
import { assignmentsOf } from '../reviews-store.ts';
import { expertisesOfApplication } from '../store.ts';
import { toSubmitted } from '../view.ts';
import type { LetterRow } from './store.ts';

type Letter = Pick<LetterRow['letter'], 'kind' | 'preparedAt'>;

/**
 * What experts wrote in the expertise that a letter tells of. A letter is prepared as its expertise finishes, so it tells
 * of the last one that had finished by then. Neither names nor scores are in it.
 */
export async function remarksOf(
	db: Database,
	applicationId: string | null
): Promise<(letter: Letter) => ExpertRemark[]> {
	if (applicationId === null) return () => [];
	const rounds = await expertisesOfApplication(db, applicationId);
	const assigned = await assignmentsOf(
		db,
		rounds.map(({ id }) => id)
	);

	return ({ kind, preparedAt }) => {
		if (kind !== 'expertise') return [];
		const round = rounds.findLast(({ finishedAt }) => finishedAt !== null && finishedAt <= preparedAt);
		return assigned
			.filter(({ expertiseId }) => expertiseId === round?.id)
			.flatMap((one) => toSubmitted(round?.criteria ?? [], new Map(), one))
			.map(({ levels, comment }) => ({
				notes: levels.flatMap(({ title, note }) => (note ? [{ title, note }] : [])),
				comment
			}));
	};
}
