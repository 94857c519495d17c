import type { Reckoning } from '@stazhirovka/contract/councils';
import type { Database, Tx } from '@stazhirovka/db';
import {
	countReviews,
	expertiseResult,
	percentOf,
	scoresOf,
	type Criterion,
	type Scores,
	type TieDecider
} from '@stazhirovka/domain/councils';
import { tieDecider } from '@stazhirovka/domain/sites';
import type { ApplicationFacts } from './queries.ts';
import type { AssignmentRow } from './reviews-store.ts';
import { rulesByVersion } from './rules.ts';
import type { ExpertiseRow } from './store.ts';
import { toPerson, type People } from './view.ts';

export type Ties = (applicationId: string) => TieDecider;

/** Who decides where reviews of these applications are split, each by its own regulation. */
export async function tiesOf(db: Database | Tx, applications: Iterable<ApplicationFacts>): Promise<Ties> {
	const all = [...applications];
	const rules = await rulesByVersion(
		db,
		all.map(({ regulationVersionId }) => regulationVersionId)
	);
	const profiles = new Map(
		all.map(({ id, regulationVersionId }) => [id, rules.get(regulationVersionId)?.profile])
	);
	return (id) => {
		const profile = profiles.get(id);
		return profile ? tieDecider(profile) : 'chair';
	};
}

/** Levels of the reviews that were submitted. */
export function submittedScores(
	criteria: readonly Criterion[],
	assigned: readonly AssignmentRow[]
): Scores[] {
	return assigned.flatMap(({ review }) => (review?.submittedAt ? [scoresOf(criteria, review.answer)] : []));
}

/** How many reviews must be in before an expertise can be finished. */
export function wantedOf({ perApplication }: ExpertiseRow, assigned: readonly AssignmentRow[]): number {
	return Math.max(perApplication, assigned.length);
}

/** Whether everything is in and only the word of who presides can end the expertise. */
export function isSplit(row: ExpertiseRow, tie: TieDecider, assigned: readonly AssignmentRow[]): boolean {
	const reviews = { assigned: wantedOf(row, assigned), submitted: submittedScores(row.criteria, assigned) };
	return tie === 'chair' && expertiseResult(row, reviews)?.result === 'split';
}

type Shown = {
	people: People;
	tie: TieDecider;
	assigned: readonly AssignmentRow[];
	/** Whether who asks may know what the reviews say. */
	open: boolean;
};

/** The rule and the numbers behind the result of an expertise. */
export function toReckoning(row: ExpertiseRow, { people, tie, assigned, open }: Shown): Reckoning {
	const { rule, threshold, result, castBy, castReason } = row;
	const scores = submittedScores(row.criteria, assigned);
	const { positive, negative, mean } = countReviews(row, scores);
	return {
		...{ rule, threshold, tie, result },
		wanted: wantedOf(row, assigned),
		submitted: scores.length,
		counted: open && mean ? { positive, negative, mean: percentOf(mean) } : null,
		cast: castBy ? { by: toPerson(people, castBy).shortName, reason: castReason ?? '' } : null
	};
}
