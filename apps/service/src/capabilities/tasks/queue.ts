import type { QueueItem } from '@stazhirovka/contract/tasks';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { untilWhen } from '@stazhirovka/domain/deadlines';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { isLate } from '@stazhirovka/domain/tasks';
import type { z } from 'zod';
import type { Ctx } from '../../shell/context.ts';
import { unreadPrivateThreads } from '../chat/index.ts';
import { appealsAwaiting, worksAwaitingDecision } from '../final-works/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import * as queries from './queue-queries.ts';

type Item = z.infer<typeof QueueItem>;
type Whose = Awaited<ReturnType<typeof queries.interns>>[number];
type Waiting = Pick<Item, 'kind' | 'id' | 'title' | 'place'> & { whose: Whose; since: Date; late?: boolean };

const HOUR = 3_600_000;

/** Who waits for this tutor, longest first. Each kind is one query, however many people wait. */
export async function readQueue(ctx: Ctx): Promise<Item[]> {
	const kinds = await Promise.all(
		[submissions, cards, routes, threads, works, appeals].map((waiting) => waiting(ctx))
	);

	return kinds
		.flat()
		.toSorted((a, b) => a.since.getTime() - b.since.getTime())
		.map((waiting) => toItem(waiting, ctx.now()));
}

async function submissions(ctx: Ctx): Promise<Waiting[]> {
	const rows = await queries.sentTasks(ctx.db, ctx.actor.personId);
	const documents = await documentsOf(ctx, rows);

	return rows.map(({ id, since, taskKey, dueOn, extendedTo, firstSentAt, timeZone, ...whose }, place) => ({
		kind: 'submission',
		id,
		whose,
		title: documents[place]?.tasks.find(({ key }) => key === taskKey)?.title ?? taskKey,
		since,
		late: dueOn !== null && isLate(untilWhen(dueOn, extendedTo), firstSentAt, timeZone),
		place: `/tutor/submissions/${id}`
	}));
}

async function cards(ctx: Ctx): Promise<Waiting[]> {
	const rows = await queries.cardsToSign(ctx.db, ctx.actor.personId);
	const documents = await documentsOf(ctx, rows);

	return rows.map(({ id, since, ...whose }, place) => ({
		kind: 'deficit_card',
		id,
		whose,
		title: documents[place]?.forms.deficit_card?.title ?? documents[place]?.title ?? '',
		since,
		place: `/tutor/interns/${whose.enrolmentId}/deficit-card`
	}));
}

async function routes(ctx: Ctx): Promise<Waiting[]> {
	const rows = await queries.proposedRoutes(ctx.db, ctx.actor.personId);
	const documents = await documentsOf(ctx, rows);

	return rows.map(({ id, since, ...whose }, place) => ({
		kind: 'learning_route',
		id,
		whose,
		title: documents[place]?.forms.route_form?.title ?? documents[place]?.title ?? '',
		since,
		place: `/tutor/interns/${whose.enrolmentId}/learning-route`
	}));
}

/** Only threads of one's own interns: the tutor may be somebody else's intern, too. */
async function threads(ctx: Ctx): Promise<Waiting[]> {
	const unread = await unreadPrivateThreads(ctx.db, ctx.actor.personId);
	const rows = unread.map(({ roomId, enrolmentId, since, lastText }) => {
		return {
			kind: 'thread' as const,
			id: roomId,
			enrolmentId,
			title: lastText,
			since,
			place: `/chat/${roomId}`
		};
	});
	return named(ctx, rows, ctx.actor.personId);
}

/** Works of the cohorts that the tutor runs, whoever is the intern's own tutor. */
async function works(ctx: Ctx): Promise<Waiting[]> {
	const awaiting = await worksAwaitingDecision(ctx.db, ctx.actor.personId, ctx.now());
	const rows = awaiting.map(({ finalWorkId, enrolmentId, cohortId, title, since }) => {
		const place = `/tutor/cohorts/${cohortId}/board`;
		return { kind: 'final_work' as const, id: finalWorkId, enrolmentId, title, since, place };
	});
	return named(ctx, rows);
}

/** Appeals in those cohorts that this tutor may answer. */
async function appeals(ctx: Ctx): Promise<Waiting[]> {
	const awaiting = await appealsAwaiting(ctx.db, ctx.actor.personId, ctx.now());
	const rows = awaiting.map(({ finalWorkId: id, ...row }) => {
		return { kind: 'appeal' as const, id, place: `/works/${id}/appeal`, ...row };
	});
	return named(ctx, rows);
}

/** What other capabilities told of, with the names that they leave out. */
async function named<T extends { enrolmentId: string }>(
	ctx: Ctx,
	rows: T[],
	tutorId?: string
): Promise<(Omit<T, 'enrolmentId'> & { whose: Whose })[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ enrolmentId }) => enrolmentId);
	const interns = await queries.interns(ctx.db, ids, tutorId);

	return rows.flatMap(({ enrolmentId, ...row }) => {
		const whose = interns.find((intern) => intern.enrolmentId === enrolmentId);
		return whose ? [{ ...row, whose }] : [];
	});
}

/** Versions are read once for ever, so a list costs no query for each row. */
function documentsOf(ctx: Ctx, rows: { programmeVersionId: string }[]): Promise<ProgrammeDocument[]> {
	return Promise.all(
		rows.map(async ({ programmeVersionId }) => (await loadProgramme(ctx.db, programmeVersionId)).document)
	);
}

function toItem({ whose: { person, ...whose }, since, late = false, ...waiting }: Waiting, now: Date): Item {
	return {
		...waiting,
		enrolmentId: whose.enrolmentId,
		person: { id: person.id, fullName: fullName(person), shortName: shortName(person) },
		cohort: whose.cohort,
		since: since.toISOString(),
		hours: Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR)),
		late
	};
}
