import type { ApplicationToReview, ExpertApplication } from '@stazhirovka/contract/councils';
import { reviewForm } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { filledSheets } from '../sites/index.ts';
import { today } from '../../shell/today.ts';
import { meetingsOf } from './meetings/store.ts';
import { applicationFacts, councilsOf, judgedBy, peopleOf } from './queries.ts';
import { tiesOf, toReckoning } from './reckoning.ts';
import { assignmentsOf, type AssignmentRow } from './reviews-store.ts';
import { stancesOf } from './stances.ts';
import { expertisesOf, type ExpertiseRow } from './store.ts';
import { toHead, toSubmitted } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What a member of councils has before them: applications to declare on and to review, meetings to come to. */
export async function readMyWork({ db, actor, now }: Reading) {
	const councils = await councilsOf(db, actor.personId, today(now));
	const ids = councils.map(({ id }) => id);
	const titles = new Map(councils.map(({ id, title }) => [id, title]));
	const [judged, expertises, meetings] = await Promise.all([
		judgedBy(db, ids),
		expertisesOf(db, ids),
		meetingsOf(db, ids)
	]);
	const applications = await applicationFacts(
		db,
		judged.map(({ applicationId }) => applicationId)
	);
	const stances = await stancesOf(db, [actor.personId], [...applications.values()]);
	const own = (await assignmentsOf(db, idsOf(expertises))).filter((one) => isMine(one, actor.personId));

	return {
		applications: judged
			.flatMap(({ applicationId, councilId }): ExpertApplication[] => {
				const application = applications.get(applicationId);
				if (!application) return [];
				const round = lastRound(expertises, applicationId, councilId);
				const { standing, computed } = stances(actor.personId, applicationId);
				const mine =
					standing === 'free' ? own.find(({ expertiseId }) => expertiseId === round?.id) : undefined;
				return [
					{
						application: toTitled(application),
						council: titles.get(councilId) ?? '',
						...{ standing, computed },
						review: mine ? toMine(mine) : null,
						finished: round?.finishedAt != null || isOver(application.state)
					}
				];
			})
			.toSorted((a, b) => Number(a.finished) - Number(b.finished)),
		meetings: meetings
			.filter(({ state }) => state !== 'cancelled')
			.map(({ id, councilId, number, heldOn, beginsAt, place, state }) => ({
				...{ id, number, heldOn, beginsAt, place, state },
				council: titles.get(councilId) ?? ''
			}))
			.toReversed()
	};
}

/**
 * An application for a member of a council that judges it. Without a declaration that they are free of conflict it does
 * not exist for them (R27); the reviews of others exist once their own is submitted, or when the expertise is over.
 */
export async function readApplication(ctx: Reading, applicationId: string): Promise<ApplicationToReview> {
	const { db, actor, now } = ctx;
	const councils = await councilsOf(db, actor.personId, today(now));
	const judged = await judgedBy(db, idsOf(councils), applicationId);
	const application = (await applicationFacts(db, judged.length ? [applicationId] : [])).get(applicationId);
	if (!application) return missing('application');
	const stances = await stancesOf(db, [actor.personId], [application]);
	if (stances(actor.personId, applicationId).standing !== 'free') return missing('application');

	const rounds = await expertisesOf(db, idsOf(councils));
	const round = judged.flatMap(({ councilId }) => lastRound(rounds, applicationId, councilId) ?? [])[0];
	const [sheets, assigned, ties] = await Promise.all([
		filledSheets(db, applicationId),
		assignmentsOf(db, round ? [round.id] : []),
		tiesOf(db, [application])
	]);
	const people = await peopleOf(db, [
		...assigned.map(({ personId }) => personId),
		...(round?.castBy ? [round.castBy] : [])
	]);
	const mine = assigned.find((one) => isMine(one, actor.personId));
	const compares = mine ? mine.review?.submittedAt != null : round?.finishedAt != null;

	return {
		application: toTitled(application),
		theme: application.theme,
		sheets: sheets as ApplicationToReview['sheets'],
		review: mine && round ? toReview(mine, round) : null,
		criteria: round?.criteria ?? [],
		threshold: round?.threshold ?? 0,
		others: compares
			? assigned
					.filter(({ id }) => id !== mine?.id)
					.flatMap((one) => toSubmitted(round?.criteria ?? [], people, one))
			: [],
		reckoning: round
			? toReckoning(round, { people, tie: ties(applicationId), assigned, open: compares })
			: null,
		can: { declareConflict: round !== undefined && round.finishedAt === null }
	};
}

function toReview({ id, review }: AssignmentRow, { criteria, finishedAt }: ExpertiseRow) {
	const open = !review?.submittedAt && finishedAt === null;
	return {
		id,
		sheet: {
			definition: reviewForm(criteria),
			answer: (review?.answer ?? {}) as NonNullable<ApplicationToReview['review']>['sheet']['answer'],
			revision: review?.revision ?? 0,
			savedAt: review?.savedAt.toISOString() ?? null,
			submittedAt: review?.submittedAt?.toISOString() ?? null,
			can: { save: open, submit: open }
		},
		score: review?.score ?? null,
		recommendation: review?.recommendation ?? null
	};
}

function toMine({ id, review }: AssignmentRow) {
	return { id, submittedAt: review?.submittedAt?.toISOString() ?? null };
}

function toTitled(application: Parameters<typeof toHead>[0]) {
	const { id, title, organisation, network } = toHead(application);
	return { id, title, organisation, network };
}

function isMine({ personId, releasedAt }: AssignmentRow, me: string): boolean {
	return personId === me && releasedAt !== null;
}

function isOver(state: string): boolean {
	return ['granted', 'declined', 'withdrawn'].includes(state);
}

function lastRound(rounds: ExpertiseRow[], applicationId: string, councilId: string) {
	return rounds.findLast((one) => one.applicationId === applicationId && one.councilId === councilId);
}

function idsOf(rows: { id: string }[]): string[] {
	return rows.map(({ id }) => id);
}
