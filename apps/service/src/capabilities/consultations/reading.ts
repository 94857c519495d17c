import type { ConsultationFigures } from '@stazhirovka/contract/consultations';
import type { Ctx } from '../../shell/context.ts';
import { awayOf } from '../answering/index.ts';
import { enterCohort, enterEnrolment, toPerson } from '../cohorts/index.ts';
import { hostedCohorts } from './access.ts';
import { feedSince } from './feeds-store.ts';
import { figuresOf } from './figures-queries.ts';
import * as queries from './queries.ts';
import { topicsOf } from './topics.ts';
import { toHosted, toOffered } from './view.ts';

/** For the intern alone: what may be booked, what was booked, and what may be asked about. */
export async function readOffered(ctx: Ctx, enrolmentId: string) {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern');
	const [slots, topics, since, away] = await Promise.all([
		queries.offeredTo(ctx.db, enrolment, ctx.now()),
		topicsOf(ctx, enrolment),
		feedSince(ctx.db, ctx.actor.personId),
		awayOf(ctx.db, enrolment.cohortTutorIds, ctx.now)
	]);
	const studies = enrolment.state !== 'completed';
	return {
		consultations: slots.map((slot) => toOffered(slot, ctx.now(), studies)),
		topics,
		away,
		feedSince: since?.toISOString() ?? null
	};
}

/** For whoever offers consultations, or could. */
export async function readHosted(ctx: Ctx, all: boolean) {
	const { db, actor } = ctx;
	const [slots, cohorts, since] = await Promise.all([
		queries.hostedBy(db, actor.personId, ctx.now(), all),
		hostedCohorts(db, ctx),
		feedSince(db, actor.personId)
	]);
	const ids = slots.map(({ id }) => id);
	const [booked, invited] = ids.length
		? await Promise.all([queries.bookingsIn(db, ids), queries.invitedTo(db, ids)])
		: [[], new Map<string, string[]>()];

	return {
		consultations: slots.map((slot) =>
			toHosted(
				slot,
				{
					booked: booked.filter(({ slotId }) => slotId === slot.id),
					cohorts: invited.get(slot.id) ?? [],
					following: slots.some(
						({ seriesId, startsAt, cancelledAt }) =>
							seriesId === slot.seriesId && startsAt > slot.startsAt && !cancelledAt
					)
				},
				ctx.now()
			)
		),
		cohorts: cohorts.map(({ id, title, site, timeZone }) => ({ id, title, site, timeZone })),
		feedSince: since?.toISOString() ?? null
	};
}

const COUNTED = ['offered', 'free', 'booked', 'held', 'missed', 'cancelled', 'waiting', 'untold'] as const;

/** Numbers of a cohort, for those who run or lead it. */
export async function readFigures(ctx: Ctx, cohortId: string): Promise<ConsultationFigures> {
	await enterCohort(ctx.db, ctx.actor, cohortId, 'tutor', 'leader');
	const rows = await figuresOf(ctx.db, cohortId, ctx.now());
	const sums = COUNTED.map((of) => [of, rows.reduce((sum, row) => sum + row[of], 0)]);
	return {
		...(Object.fromEntries(sums) as Record<(typeof COUNTED)[number], number>),
		hosts: rows.map(({ host, offered, held, minutes }) => ({ host: toPerson(host), offered, held, minutes }))
	};
}
