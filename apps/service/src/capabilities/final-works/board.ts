import type { Board } from '@stazhirovka/contract/final-works';
import {
	checkAllocation,
	leastWorks,
	obstacles,
	seenState,
	type Obstacle
} from '@stazhirovka/domain/final-works';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { exampleMarks } from '../calibration/index.ts';
import { enterCohort, toPerson } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { advicesOf } from './advice.ts';
import { internsOf, personNamed, type Intern } from './queries.ts';
import { lastAllocation, type AllocationRow, type ReviewRow } from './reviews-store.ts';
import { standingsOf, type Standing } from './standing.ts';
import { worksOf } from './store.ts';
import { toPeerFigures } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;
type Interns = ReadonlyMap<string, Intern>;

/** Reviews and results of a cohort, for those who run or lead it: nothing is blind here. */
export async function readBoard({ db, actor, now }: Reading, cohortId: string): Promise<Board> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const { rules, document } = await loadProgramme(db, cohort.programmeVersionId);
	const [works, interns, allocation] = await Promise.all([
		worksOf(db, cohortId),
		internsOf(db, cohortId),
		lastAllocation(db, cohortId)
	]);
	const standings = await standingsOf(db, rules.peer, works, now());
	const examples = await exampleMarks(db, cohort.programmeVersionId, [...interns.keys()]);
	const advices = advicesOf({ rules: rules.peer, max: document.rubric.max }, standings, interns, examples);
	const announced = cohort.announcedAt !== null;
	const blocked = blocksOf(standings, announced);
	const fresh = works.filter(({ state }) => state === 'published').length;
	const by = allocation && ((await personNamed(db, allocation.madeBy)) ?? missing('person'));

	return {
		cohortId,
		announcedAt: cohort.announcedAt?.toISOString() ?? null,
		allocation:
			allocation && by
				? { ...toAllocation(allocation, rules.peer, standings, interns), by: toPerson(by) }
				: null,
		interns: [...interns.values()].filter(({ studies }) => studies).length,
		passTotal: rules.peer.passTotal,
		maxTotal: document.rubric.max,
		rules: toRules(rules.peer),
		works: standings.map((standing) => ({
			...toWork(standing, interns, now()),
			advice: advices.get(standing.work.id) ?? null
		})),
		can: {
			allocate: !announced && checkAllocation(rules.peer, { works: works.length, fresh }).ok,
			announce: blocked.length === 0,
			decide: cohort.as.includes('tutor')
		},
		blocked: blocked.map((block) => toBlock(block, standings))
	};
}

/** Why the results cannot be announced yet. */
export function blocksOf(standings: Standing[], announced: boolean): Obstacle[] {
	const works = standings.map(({ work: { id, state }, reviewsClosed, outcome }) => {
		return { id, state, reviewsClosed, outcome };
	});
	return obstacles({ announced, works });
}

/** The work is named by its id and title, so that the words can say which one it is. */
export function toBlock(block: Obstacle, standings: Standing[]): Board['blocked'][number] {
	if (!('details' in block)) return { code: block.code };
	const { work: id } = block.details;
	const title = standings.find(({ work }) => work.id === id)?.work.title ?? '';
	return { code: block.code, details: { work: id, title } };
}

function toWork(
	{ work, ...standing }: Standing,
	interns: Interns,
	now: Date
): Omit<Board['works'][number], 'advice'> {
	const author = interns.get(work.enrolmentId) ?? missing('enrolment');
	const { decision, peer, reviews } = standing;

	return {
		id: work.id,
		title: work.title,
		author: toPerson(author.person),
		organisation: author.organisation,
		state: seenState(work, now),
		reviewers: reviews.map((review) => toReviewer(review, interns)),
		result: peer.sums.length ? toPeerFigures(peer) : null,
		awaitsDecision: standing.awaitsDecision,
		decision: decision && { passed: decision.passed, reason: decision.reason },
		revisionUntil: work.revisionUntil?.toISOString() ?? null
	};
}

function toRules(rules: PeerRules): Board['rules'] {
	const { reviewsPerWork, deadlineDays, revisionDays, moderationSpread } = rules;
	return { reviewsPerWork, leastWorks: leastWorks(rules), deadlineDays, revisionDays, moderationSpread };
}

function toReviewer({ reviewerId, dueAt, sentAt, scores }: ReviewRow, interns: Interns) {
	const reviewer = interns.get(reviewerId) ?? missing('enrolment');
	return {
		person: toPerson(reviewer.person),
		organisation: reviewer.organisation,
		dueAt: dueAt.toISOString(),
		sentAt: sentAt?.toISOString() ?? null,
		total: scores && Object.values(scores).reduce((sum, score) => sum + score, 0)
	};
}

/** The newest run is named; the figures are those of all runs together. */
function toAllocation(
	{ seed, madeAt }: AllocationRow,
	rules: PeerRules,
	standings: Standing[],
	interns: Interns
) {
	const given = standings.filter(({ reviews }) => reviews.length > 0);
	const organisationOf = (enrolmentId: string) => interns.get(enrolmentId)?.organisation ?? null;
	const colleagues = given.flatMap(({ work, reviews }) => {
		const own = organisationOf(work.enrolmentId);
		return reviews.filter(({ reviewerId }) => own !== null && organisationOf(reviewerId) === own);
	});

	return {
		seed,
		madeAt: madeAt.toISOString(),
		pairs: given.reduce((sum, { reviews }) => sum + reviews.length, 0),
		short: given
			.map(({ work, reviews }) => ({ work: work.title, missing: rules.reviewsPerWork - reviews.length }))
			.filter(({ missing }) => missing > 0),
		sameOrganisation: colleagues.length
	};
}
