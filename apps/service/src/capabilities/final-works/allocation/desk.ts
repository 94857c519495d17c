import type { AllocationDesk } from '@stazhirovka/contract/final-works';
import { areReviewsClosed, leastWorks } from '@stazhirovka/domain/final-works';
import { LEASE_DAYS, leaseFrom } from '@stazhirovka/domain/matching';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterCohort, toPerson } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { personNamed, type Intern } from '../queries.ts';
import { sentReviews } from '../standing.ts';
import * as queries from './queries.ts';
import { situationOf, type Situation } from './situation.ts';
import * as store from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Who takes part in the reviews of a cohort, for those who run or lead it. */
export async function readDesk({ db, actor, now }: Reading, cohortId: string): Promise<AllocationDesk> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const { rules } = await loadProgramme(db, cohort.programmeVersionId);
	const [situation, last, candidates] = await Promise.all([
		situationOf(db, cohortId),
		store.lastProposal(db, cohortId),
		queries.candidatesFor(db, cohortId)
	]);
	const { works, people, reviews, reserve } = situation;
	const interns = [...people.values()].filter(({ studies }) => studies);
	const loads = Map.groupBy(reviews, ({ reviewerId }) => reviewerId);
	const by = last && !last.allocationId ? await personNamed(db, last.madeBy) : undefined;
	const announced = cohort.announcedAt !== null;
	const least = leastWorks(rules.peer);

	return {
		cohortId,
		announcedAt: cohort.announcedAt?.toISOString() ?? null,
		organisations: organisationsOf(situation),
		works: works.length,
		fresh: works.filter(({ state }) => state === 'published').length,
		reviewers: new Set(works.map(({ enrolmentId }) => enrolmentId)).size,
		without: interns.length - works.length,
		reviewsPerWork: rules.peer.reviewsPerWork,
		leastWorks: least,
		begun: reviews.length > 0,
		proposal: last && by ? { id: last.id, madeAt: last.madeAt.toISOString(), by: toPerson(by) } : null,
		interns: interns.map(toParticipant),
		reserve: reserve.map(({ id }) => ({
			...toParticipant(people.get(id) ?? missing('person')),
			reviews: loads.get(id)?.length ?? 0
		})),
		candidates: candidates.map(({ person, organisation, kind }) => {
			return { person: toPerson(person), organisation, kind };
		}),
		conflicts: situation.conflicts.map((row) => toConflict(row, people, cohortId)),
		silent: announced ? [] : silentOf(situation, now()),
		short: announced ? [] : shortOf(situation, rules.peer, now(), cohort.as.includes('tutor')),
		can: { propose: !announced && works.length >= least }
	};
}

export function toParticipant({ enrolmentId, person, organisation, reserve }: Intern) {
	return { id: enrolmentId, person: toPerson(person), organisation, reserve };
}

function organisationsOf({ works, people }: Situation): AllocationDesk['organisations'] {
	const titles = works.map(({ enrolmentId }) => people.get(enrolmentId)?.organisation ?? null);
	return [...Map.groupBy(titles, (title) => title)]
		.map(([title, own]) => ({ title, works: own.length }))
		.toSorted((one, other) => other.works - one.works);
}

function toConflict(
	{ id, kind, reason, declaredAt, ...row }: store.ConflictRow,
	people: Situation['people'],
	cohortId: string
): AllocationDesk['conflicts'][number] {
	const nameOf = (personId: string) => {
		const found = [...people.values()].find(({ person }) => person.id === personId);
		return toPerson((found ?? missing('person')).person);
	};
	return {
		...{ id, kind, reason, declaredAt: declaredAt.toISOString() },
		people: [nameOf(row.firstId), nameOf(row.secondId)],
		/** What the staff of another cohort declared is theirs to withdraw. */
		can: { withdraw: kind === 'staff' && row.cohortId === cohortId }
	};
}

/** Nothing begun, nothing sent, and half of the time in which the reviews stay with them is over. */
function silentOf({ reviews, begun, people }: Situation, now: Date): AllocationDesk['silent'] {
	const own = [...Map.groupBy(reviews, ({ reviewerId }) => reviewerId)];
	return own
		.flatMap(([reviewerId, rows]) => {
			const reviewer = people.get(reviewerId);
			const since = new Date(Math.min(...rows.map(({ givenAt }) => givenAt.getTime())));
			const [reminder = now] = leaseFrom(since, LEASE_DAYS).reminders;
			const isSilent = rows.every(({ id, sentAt }) => !sentAt && !begun.has(id)) && reminder <= now;
			const until = rows.map(({ leaseUntil }) => leaseUntil).find((moment) => moment !== null);
			return reviewer && isSilent
				? [
						{
							reviewer: toParticipant(reviewer),
							...{ since: since.toISOString(), until: until?.toISOString() ?? null, reviews: rows.length }
						}
					]
				: [];
		})
		.toSorted((one, other) => (one.since < other.since ? -1 : 1));
}

function shortOf(
	{ works, reviews, people }: Situation,
	{ reviewsPerWork }: PeerRules,
	now: Date,
	isTutor: boolean
): AllocationDesk['short'] {
	return works
		.flatMap(({ id, title, state, enrolmentId }) => {
			const own = reviews.filter(({ finalWorkId }) => finalWorkId === id);
			const lacking = reviewsPerWork - sentReviews(own).length;
			if (state !== 'in_review' || lacking <= 0 || !areReviewsClosed(own, now)) return [];
			const author = toPerson((people.get(enrolmentId) ?? missing('enrolment')).person);
			return [{ id, title, author, missing: lacking, can: { review: isTutor && own.length > 0 } }];
		})
		.toSorted((one, other) => other.missing - one.missing);
}
