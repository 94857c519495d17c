import type { Tx, Database } from '@stazhirovka/db';
import type {
	AllocatedWork,
	CurrentReview,
	Pair,
	Reviewer,
	RollingInput
} from '@stazhirovka/domain/matching';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import { internsOf, type Intern } from '../queries.ts';
import { reviewsOf, type ReviewRow } from '../reviews-store.ts';
import { worksOf, type WorkRow } from '../store.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

type Queryable = Database | Tx;

/** All that an allocation of the cohort rests on, as it is at this moment. */
export type Situation = {
	/** Works whose authors study, given to reviewers or not yet. */
	works: WorkRow[];
	/** Authors and reviewers, interns by enrolment, those of the reserve by their id there. */
	people: Map<string, Intern>;
	reviews: ReviewRow[];
	begun: ReadonlySet<string>;
	conflicts: store.ConflictRow[];
	/** Who let reviews lie until they were taken away: nothing new is given to them. */
	quiet: string[];
	forbidden: NonNullable<RollingInput['forbidden']>;
	reserve: Reviewer[];
};

export async function situationOf(db: Queryable, cohortId: string): Promise<Situation> {
	const people = await internsOf(db, cohortId);
	const all = await worksOf(db, cohortId);
	const reviews = await reviewsOf(
		db,
		all.map(({ id }) => id)
	);
	const persons = [...people.values()].map(({ person }) => person.id);
	const begun = await queries.begunReviews(
		db,
		reviews.map(({ id }) => id)
	);
	const conflicts = await store.conflictsAmong(db, persons);
	const earlier = await queries.earlierPairs(db, cohortId, persons);
	const returns = await store.returnsOf(db, cohortId);

	const works = all.filter(({ state, enrolmentId }) => isOpen(state) && people.get(enrolmentId)?.studies);
	const declared = conflicts.flatMap(({ firstId: a, secondId: b }) => [
		{ reviewer: a, author: b },
		{ reviewer: b, author: a }
	]);
	const known = { works, people };
	const forbidden = [
		...pairsOf(known, declared).map((pair) => ({ ...pair, because: 'declared' as const })),
		...pairsOf(known, earlier).map((pair) => ({ ...pair, because: 'earlier' as const })),
		...returns
			.filter(({ because }) => because !== 'moved')
			.map(({ finalWorkId: work, reviewerId: reviewer }) => ({ work, reviewer, because: 'earlier' as const }))
	].toSorted(byPair);

	return {
		...known,
		reviews,
		begun,
		conflicts,
		quiet: quietOf(returns),
		forbidden,
		reserve: [...people.values()]
			.filter(({ reserve }) => reserve !== null)
			.map(({ enrolmentId, organisation }) => ({ id: enrolmentId, organisation, reserve: true }))
			.toSorted(byId)
	};
}

/** The input of a round in which works get `reviewsPerWork` reviews. Rows are sorted: the same facts are the same bytes. */
export function roundOf(
	situation: Situation,
	rules: PeerRules,
	seed: number,
	silent: string[]
): RollingInput {
	const { works, people, reviews, begun, quiet, forbidden } = situation;
	const authors = new Set(works.map(({ enrolmentId }) => enrolmentId));
	const loads = Map.groupBy(reviews, ({ reviewerId }) => reviewerId);
	/** Who reviews from the reserve already keeps that and gets no more without being asked for. */
	const helping = situation.reserve
		.filter(({ id }) => loads.has(id))
		.map((one) => ({ ...one, most: loads.get(one.id)?.length ?? 0 }));
	const organisationOf = (id: string) => people.get(id)?.organisation ?? null;

	return {
		works: works
			.map(({ id, enrolmentId: author }): AllocatedWork => {
				return { id, author, organisation: organisationOf(author) };
			})
			.toSorted(byId),
		reviewers: [
			// Whoever gets fewer than must be given could not finish the programme.
			...[...authors]
				.map((id) => ({ id, organisation: organisationOf(id), least: rules.minGiven }))
				.toSorted(byId),
			...helping
		],
		perWork: rules.reviewsPerWork,
		seed,
		excludeSameOrganisation: rules.excludeSameOrganisation,
		forbidden,
		current: reviews.map((review) => currentOf(review, begun)).toSorted(byPair),
		silent: [...new Set([...silent, ...quiet])].toSorted()
	};
}

function currentOf(
	{ id, finalWorkId, reviewerId, sentAt }: ReviewRow,
	begun: ReadonlySet<string>
): CurrentReview {
	const state = sentAt ? 'done' : begun.has(id) ? 'started' : 'given';
	return { work: finalWorkId, reviewer: reviewerId, state };
}

function isOpen(state: WorkRow['state']): boolean {
	return state === 'published' || state === 'in_review';
}

/** People who had something taken away for their silence. */
function quietOf(returns: { reviewerId: string; because: string }[]): string[] {
	const silent = returns.filter(({ because }) => because === 'silent' || because === 'expired');
	return [...new Set(silent.map(({ reviewerId }) => reviewerId))];
}

/** Pairs of people as pairs of a reviewer and a work. */
function pairsOf(
	{ works, people }: Pick<Situation, 'works' | 'people'>,
	pairs: { reviewer: string; author: string }[]
): Pair[] {
	const reviewersOf = Map.groupBy(people.values(), ({ person }) => person.id);
	const written = Map.groupBy(works, ({ enrolmentId }) => people.get(enrolmentId)?.person.id);

	return pairs.flatMap(({ reviewer, author }) =>
		(reviewersOf.get(reviewer) ?? []).flatMap(({ enrolmentId }) =>
			(written.get(author) ?? []).map(({ id }) => ({ reviewer: enrolmentId, work: id }))
		)
	);
}

function byId(one: { id: string }, other: { id: string }): number {
	return one.id < other.id ? -1 : 1;
}

function byPair(one: Pair, other: Pair): number {
	const [left, right] = [`${one.work} ${one.reviewer}`, `${other.work} ${other.reviewer}`];
	return left < right ? -1 : left > right ? 1 : 0;
}
