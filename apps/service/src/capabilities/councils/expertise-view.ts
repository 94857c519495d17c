import type { Expertise } from '@stazhirovka/contract/councils';
import { presiding } from '@stazhirovka/domain/councils';
import type { ApplicationFacts } from './queries.ts';
import type { AssignmentRow } from './reviews-store.ts';
import { isSplit, toReckoning, type Ties } from './reckoning.ts';
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
	/** Who decides where reviews of an application are split. */
	ties: Ties;
	/** Which expertise of its application each is, from 1. */
	rounds: ReadonlyMap<string, number>;
};

/** An expertise as those see it who run the council; one of them who is a member is kept from the reviews like any other. */
export function toExpertise(row: ExpertiseRow, shown: Shown): Expertise[] {
	const { people, stances, sitting } = shown;
	const application = shown.applications.get(row.applicationId);
	if (!application) return [];
	const assigned = shown.assignments.filter(({ expertiseId }) => expertiseId === row.id);
	const done = assigned.filter(({ review }) => review?.submittedAt);
	const open = row.finishedAt === null;
	const tie = shown.ties(row.applicationId);
	const withheld = done.length ? withheldFrom(row, shown, assigned) : null;

	return [
		{
			...{ id: row.id, perApplication: row.perApplication, application: toHead(application) },
			round: shown.rounds.get(row.id) ?? 1,
			begunAt: row.begunAt.toISOString(),
			finishedAt: row.finishedAt?.toISOString() ?? null,
			result: row.result,
			score: row.score,
			reckoning: toReckoning(row, { people, tie, assigned, open: withheld === null }),
			asksWord: open && isSplit(row, tie, assigned) ? { presides: whoPresides(row, shown) } : null,
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
			reviews: withheld ? [] : done.flatMap((one) => toSubmitted(row.criteria, people, one)),
			withheld,
			can: {
				change: open && assigned.every(({ releasedAt }) => releasedAt === null),
				finish: open && assigned.length >= row.perApplication && done.length === assigned.length
			}
		}
	];
}

function whoPresides({ applicationId }: ExpertiseRow, { sitting, stances, people }: Shown): string | null {
	const id = presiding(sitting, (personId) => stances(personId, applicationId).standing === 'free');
	return id && toPerson(people, id).fullName;
}

/**
 * Whoever keeps the region reads what was submitted, but a member of the council only after their own review (R27).
 * A member without one may still be given a slot while the expertise lasts; one in conflict never reads.
 */
function withheldFrom(
	{ applicationId, finishedAt }: ExpertiseRow,
	{ sitting, stances, viewerId }: Shown,
	assigned: AssignmentRow[]
): Expertise['withheld'] {
	const own = assigned.find(({ personId }) => personId === viewerId);
	if (own) return own.review?.submittedAt ? null : 'own_review';
	if (!sitting.some(({ personId }) => personId === viewerId)) return null;

	const { standing } = stances(viewerId, applicationId);
	if (standing !== 'free') return standing;
	return finishedAt ? null : 'own_review';
}
