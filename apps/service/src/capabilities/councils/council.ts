import type { Council } from '@stazhirovka/contract/councils';
import { hasToAssign, membersOn, shortageOf } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { rulesOn } from '../regulations/index.ts';
import { enterCouncil } from './access.ts';
import { today } from '../../shell/today.ts';
import { toExpertise, type Shown } from './expertise-view.ts';
import { meetingsOf } from './meetings/store.ts';
import { applicationFacts, peopleOf, regulationKey } from './queries.ts';
import { tiesOf } from './reckoning.ts';
import { assignmentsOf } from './reviews-store.ts';
import { waitingFor } from './rules.ts';
import { stancesOf } from './stances.ts';
import { expertisesOf, findActOf, membersOf, roundsOf, type CouncilRow } from './store.ts';
import { toHead, toPerson } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

export async function readCouncil(ctx: Reading, id: string): Promise<Council> {
	const { db, actor, now } = ctx;
	const council = await enterCouncil(db, ctx, id);
	const day = today(now);
	const [members, expertises, meetings, act, waiting, regulation] = await Promise.all([
		membersOf(db, id),
		expertisesOf(db, [id]),
		meetingsOf(db, [id]),
		findActOf(db, council.actId),
		waitingFor(db, [council.regionId], 'expertise', ['complete']),
		titleOf(ctx, council)
	]);
	const judged = expertises.map(({ applicationId }) => applicationId);
	const [applications, rounds, assignments] = await Promise.all([
		applicationFacts(db, judged),
		roundsOf(db, judged),
		assignmentsOf(
			db,
			expertises.map((one) => one.id)
		)
	]);
	const sat = [...members, ...assignments].map(({ personId }) => personId);
	const personIds = [...new Set([...sat, ...expertises.flatMap(({ castBy }) => castBy ?? [])])];
	const [people, stances, ties] = await Promise.all([
		peopleOf(db, personIds),
		stancesOf(db, [...personIds, actor.personId], [...applications.values()]),
		tiesOf(db, applications.values())
	]);
	const sitting = membersOn(members, day);
	const shown: Shown = {
		...{ people, stances, ties, sitting, applications, rounds, assignments },
		viewerId: actor.personId
	};
	const views = expertises.flatMap((one) => toExpertise(one, shown));
	const open = views.filter(({ finishedAt }) => finishedAt === null);
	const { id: actId, kind, number, signedOn, issuer, title } = act ?? missing('act');

	return {
		...{ id, title: council.title, regulation, revision: council.revision },
		act: { id: actId, kind, number, signedOn, issuer, title },
		terms: toTerms(council),
		members: members.map(({ id, personId, role, from, lastDay }) => ({
			...{ id, role, from, lastDay },
			person: toPerson(people, personId),
			sits: sitting.some((member) => member.id === id)
		})),
		waiting: waiting
			.filter(({ rules }) => rules.regulationId === council.regulationId)
			.map(({ application }) => toHead(application)),
		expertises: views,
		short: open.flatMap((one) => {
			const short = shortageOf(toRound(one));
			return short ? [{ applicationId: one.application.id, ...short }] : [];
		}),
		meetings: meetings.map(({ id, number, heldOn, beginsAt, place, state }) => ({
			...{ id, number, heldOn, beginsAt, place, state }
		})),
		can: {
			preview: open.some((one) => hasToAssign(toRound(one)) || one.assigned.some(isPreviewed)),
			release: open.some(isReleasable)
		}
	};
}

function toRound({ perApplication, assigned, reviewers }: Council['expertises'][number]) {
	return { perApplication, sitting: reviewers, assigned: assigned.map(({ reviewer }) => reviewer.id) };
}

function isReleasable({ assigned, perApplication }: Council['expertises'][number]): boolean {
	return assigned.length >= perApplication && assigned.some(isPreviewed);
}

function isPreviewed({ releasedAt }: Council['expertises'][number]['assigned'][number]): boolean {
	return releasedAt === null;
}

function toTerms(council: CouncilRow): Council['terms'] {
	const { quorum, majority, castingVote, perApplication, criteria, threshold, rule } = council;
	return { quorum, majority, castingVote, perApplication, criteria, threshold, rule };
}

async function titleOf({ db, now }: Reading, { regulationId }: CouncilRow): Promise<string> {
	const key = await regulationKey(db, regulationId);
	return (await rulesOn(db, key, today(now)))?.profile.short_title ?? key;
}
