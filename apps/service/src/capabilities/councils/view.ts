import type { ApplicationHead, SubmittedReview } from '@stazhirovka/contract/councils';
import { fullName, shortName, type PersonName } from '@stazhirovka/domain/certificates';
import { levelWords, type Criterion } from '@stazhirovka/domain/councils';
import type { ApplicationFacts } from './queries.ts';
import type { AssignmentRow } from './reviews-store.ts';

export type Named = PersonName & { id: string };
export type Person = { id: string; fullName: string; shortName: string };
export type People = ReadonlyMap<string, Named>;

export function toPerson(people: People, id: string): Person {
	const person = people.get(id);
	return { id, fullName: person ? fullName(person) : '—', shortName: person ? shortName(person) : '—' };
}

export function toHead({ id, title, organisation, network, state }: ApplicationFacts): ApplicationHead {
	return { id, title, organisation, network: network.map((member) => member.title), state };
}

/** A review as others read it; nothing of one that was not submitted. */
export function toSubmitted(
	criteria: readonly Criterion[],
	people: People,
	{ id, personId, review }: AssignmentRow
): SubmittedReview[] {
	if (!review?.submittedAt) return [];
	const { answer, score, recommendation, submittedAt } = review;
	const levels = criteria.map(({ key, title, weight, levels }) => ({
		...{ title, weight, most: levels.length - 1 },
		level: levelWords(Number(answer[key]), levels[Number(answer[key])] ?? '—'),
		note: String(answer[`${key}_note`] ?? '')
	}));
	return [
		{
			id,
			reviewer: toPerson(people, personId).shortName,
			submittedAt: submittedAt.toISOString(),
			score: score ?? 0,
			recommendation: recommendation ?? 'negative',
			levels,
			comment: String(answer.comment ?? '')
		}
	];
}
