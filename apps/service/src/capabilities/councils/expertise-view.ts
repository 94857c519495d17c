import type { Expertise } from '@stazhirovka/contract/councils';
import type { ApplicationFacts } from './queries.ts';
import type { AssignmentRow } from './reviews-store.ts';
import type { Stances } from './stances.ts';
import type { ExpertiseRow, MemberRow } from './store.ts';
import { toHead, toPerson, toSubmitted, type People } from './view.ts';

export type Shown = {
	people: People;
	stances: Stances;
	sitting: MemberRow[];
	applications: ReadonlyMap<string, ApplicationFacts>;
	assignments: AssignmentRow[];
	viewerId: string;
};

/** An expertise as those see it who run the council; one of them who is a member is kept from the reviews like any other. */
export function toExpertise(row: ExpertiseRow, shown: Shown): Expertise[] {
	const { people, stances, sitting } = shown;
	const application = shown.applications.get(row.applicationId);
	if (!application) return [];
	const assigned = shown.assignments.filter(({ expertiseId }) => expertiseId === row.id);
	const done = assigned.filter(({ review }) => review?.submittedAt);
	const open = row.finishedAt === null;
	const seen = mayCompare(row, shown, assigned);

	return [
		{
			...{ id: row.id, perApplication: row.perApplication, application: toHead(application) },
			begunAt: row.begunAt.toISOString(),
			finishedAt: row.finishedAt?.toISOString() ?? null,
			result: row.result,
			score: row.score,
			reviewers: sitting.map(({ personId }) => ({
				...toPerson(people, personId),
				standing: stances(personId, row.applicationId).standing
			})),
			assigned: assigned.map(({ id, personId, releasedAt, review }) => ({
				id,
				reviewer: toPerson(people, personId),
				releasedAt: releasedAt?.toISOString() ?? null,
				submittedAt: review?.submittedAt?.toISOString() ?? null
			})),
			reviews: seen ? done.flatMap((one) => toSubmitted(row.criteria, people, one)) : [],
			can: {
				change: open && assigned.every(({ releasedAt }) => releasedAt === null),
				finish: open && assigned.length >= row.perApplication && done.length === assigned.length
			}
		}
	];
}

/** Reviews of others are visible only after one's own, and never to a member who is not free of conflict. */
function mayCompare(
	{ applicationId }: ExpertiseRow,
	{ sitting, stances, viewerId }: Shown,
	assigned: AssignmentRow[]
): boolean {
	const own = assigned.find(({ personId }) => personId === viewerId);
	if (own) return own.review?.submittedAt != null;
	const sits = sitting.some(({ personId }) => personId === viewerId);
	return !sits || stances(viewerId, applicationId).standing === 'free';
}
