import type { Proposal } from '@stazhirovka/contract/final-works';
import { explain, planOptions, type Plan, type PlanOption, type Why } from '@stazhirovka/domain/matching';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterCohort, toPerson } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { personNamed } from '../queries.ts';
import { worksOf } from '../store.ts';
import { toParticipant } from './desk.ts';
import { draw } from './proposing.ts';
import { roundOf, situationOf, type Situation } from './situation.ts';
import { findProposal, type ProposalRow } from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;
type People = Situation['people'];

/** A drawn allocation as it was drawn, with the reason for every pair and the ways out where works stay short. */
export async function readProposal({ db, actor }: Reading, id: string): Promise<Proposal> {
	const row = (await findProposal(db, id)) ?? missing('cohort');
	const cohort = await enterCohort(db, actor, row.cohortId, 'tutor', 'leader');
	const { rules } = await loadProgramme(db, cohort.programmeVersionId);
	const [situation, works, by] = await Promise.all([
		situationOf(db, row.cohortId),
		worksOf(db, row.cohortId),
		personNamed(db, row.madeBy)
	]);
	const released = row.allocationId !== null;
	const drawn = released ? null : draw(situation, rules.peer, row);
	const stale = !released && (drawn?.inputHash !== row.inputHash || drawn.resultHash !== row.resultHash);
	const isShort = row.result.allocation.short.length > 0;
	const isOpen = !released && !stale && cohort.announcedAt === null;
	const options =
		isOpen && isShort && row.way === null
			? planOptions(roundOf(situation, rules.peer, row.seed, row.silent), situation.reserve)
			: [];

	return {
		...{ id, cohortId: row.cohortId, seed: row.seed, version: row.version, way: row.way, silent: row.silent },
		...{ inputHash: row.inputHash, resultHash: row.resultHash, madeAt: row.madeAt.toISOString() },
		by: toPerson(by ?? missing('person')),
		first: row.result.dropped.length === 0 && row.result.added.length === row.result.allocation.pairs.length,
		reviewsPerWork: rules.peer.reviewsPerWork,
		...toPairs(row, situation.people, new Map(works.map((work) => [work.id, work.title]))),
		warnings: toWarnings(row, situation.people),
		deficit: toDeficit(row.result.deficit),
		options: options.map((option) => toOption(option, situation.people)),
		released,
		stale,
		can: { release: isOpen && (!isShort || row.way !== null) }
	};
}

function toPairs({ input, result }: ProposalRow, people: People, titles: ReadonlyMap<string, string>) {
	const { allocation, added, dropped } = result;
	const why = explain(input, allocation);
	const participant = (id: string) => toParticipant(people.get(id) ?? missing('enrolment'));
	const isNew = new Set(added.map(({ work, reviewer }) => `${work} ${reviewer}`));
	const missingOf = new Map(allocation.short.map(({ work, missing: count }) => [work, count]));
	const given = Map.groupBy(allocation.pairs, ({ work }) => work);
	const loads = Map.groupBy(allocation.pairs, ({ reviewer }) => reviewer);
	const counted = new Set([...input.reviewers.map(({ id }) => id), ...loads.keys()]);

	return {
		works: input.works.map(({ id, author, organisation }) => ({
			...{ id, organisation, title: titles.get(id) ?? '', missing: missingOf.get(id) ?? 0 },
			author: participant(author).person,
			reviewers: (given.get(id) ?? []).map((pair) => ({
				...participant(pair.reviewer),
				isNew: isNew.has(`${id} ${pair.reviewer}`),
				why: toWhy(why(pair))
			}))
		})),
		loads: [...counted]
			.map((reviewer) => ({ ...participant(reviewer), reviews: loads.get(reviewer)?.length ?? 0 }))
			.filter(({ reserve, reviews }) => reserve === null || reviews > 0)
			.toSorted((one, other) => other.reviews - one.reviews),
		dropped: dropped.map(({ work, reviewer, because }) => ({
			workId: work,
			...{ work: titles.get(work) ?? '', reviewer: participant(reviewer), because }
		})),
		added: added.length
	};
}

function toWhy(why: Why | null): Proposal['works'][number]['reviewers'][number]['why'] {
	if (!why) return null;
	const { how, couldReview, couldNot, load, loads, couple } = why;
	return { how, couldReview, couldNot, load, loads, couple };
}

function toWarnings({ input, result }: ProposalRow, people: People): Proposal['warnings'] {
	const { sameOrganisation, reciprocal, islands, pairs } = result.allocation;
	const loads = Map.groupBy(pairs, ({ reviewer }) => reviewer);
	const interns = input.reviewers.filter(({ id }) => !people.get(id)?.reserve);
	const counts = interns.map(({ id }) => loads.get(id)?.length ?? 0);
	return {
		...{ colleagues: sameOrganisation.length, couples: reciprocal, islands },
		uneven: counts.length > 0 && Math.max(...counts) > Math.min(...counts) + 1
	};
}

function toDeficit(deficit: Plan['deficit']): Proposal['deficit'] {
	if (!deficit) return null;
	const { works, organisations, ...figures } = deficit;
	const named = organisations.map(({ organisation: title, works: count, of }) => ({
		title,
		works: count,
		of
	}));
	return { ...figures, works: works.length, organisations: named };
}

function toOption({ way, plan, worst }: PlanOption, people: People): Proposal['options'][number] {
	const { pairs, short, sameOrganisation } = plan.allocation;
	const loads = [...Map.groupBy(pairs, ({ reviewer }) => reviewer)].map(
		([id, own]) => [id, own.length] as const
	);
	const most = Math.max(0, ...loads.map(([, load]) => load));
	const isHelper = ([id, load]: readonly [string, number]) =>
		way === 'reserve' ? Boolean(people.get(id)?.reserve) : way === 'more' && load === most;
	const fewer = plan.input.works.filter(({ reviews }) => reviews !== undefined).length;

	return {
		way,
		helpers: loads.filter(isHelper).map(([id, reviews]) => ({
			person: toParticipant(people.get(id) ?? missing('enrolment')).person,
			reviews
		})),
		count: way === 'fewer' ? Math.max(fewer, short.length) : sameOrganisation.length,
		worst
	};
}
