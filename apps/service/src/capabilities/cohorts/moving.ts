import type { Tx } from '@stazhirovka/db';
import type { WorkCalendar } from '@stazhirovka/domain/calendar';
import type { CohortMove, CohortPlan, ChangedSession } from '@stazhirovka/domain/cohorts';
import { movedDeadlines, type Deadline } from '@stazhirovka/domain/deadlines';
import type { Ctx } from '../../shell/context.ts';
import { postAll } from '../../shell/mail.ts';
import { deadlinesOf, lastDayInPerson, putDeadlines, workCalendarOf } from '../deadlines/index.ts';
import { moveReviewDeadlines } from '../final-works/index.ts';
import { moveRoutes } from '../learning-routes/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import type { CohortFacts } from './access-store.ts';
import { moved } from './moved-letter.ts';
import { readersOf } from './queries.ts';

type Moving = { plan: CohortPlan<ChangedSession>; move: CohortMove; today: string };

/**
 * After the days of a cohort have changed: its deadlines, the routes and the reviews that have not happened yet move
 * along, and each intern has one letter about all of it.
 */
export async function moveWhatFollows(
	tx: Tx,
	ctx: Ctx,
	cohort: CohortFacts,
	{ plan, move, today }: Moving
): Promise<void> {
	const { cohortId, siteId, startsOn, endsOn } = cohort;
	const calendar = await workCalendarOf(tx, siteId);
	const deadlines = await moveDeadlines(tx, cohort, plan, today, calendar);
	const periods = { before: { startsOn, endsOn }, after: { startsOn: plan.startsOn, endsOn: plan.endsOn } };
	const routes = await moveRoutes(tx, ctx, { cohortId, ...periods, today, calendar });

	const { document } = await loadProgramme(tx, cohort.programmeVersionId);
	const letters = (await readersOf(tx, cohortId)).map(({ enrolmentId, ...reader }) =>
		moved(
			{ ...reader, programme: document.title, cohort: plan.title },
			{ move, deadlines, tasks: routes.has(enrolmentId), link: `${ctx.origin}/my/${enrolmentId}/deadlines` }
		)
	);
	await postAll(tx, letters, ctx.now());
}

/** The deadlines that have another day now. */
async function moveDeadlines(
	tx: Tx,
	{ cohortId, timeZone }: CohortFacts,
	{ startsOn, endsOn }: CohortPlan<ChangedSession>,
	today: string,
	calendar: WorkCalendar
): Promise<Deadline[]> {
	const stood = await deadlinesOf(tx, cohortId);
	const session = await lastDayInPerson(tx, cohortId);
	const now = movedDeadlines(stood, { startsOn, endsOn, session }, calendar, today);
	const changed = now.filter(({ dueOn }, n) => dueOn !== stood[n]?.dueOn);
	if (changed.length) await putDeadlines(tx, cohortId, now);

	const reviews = changed.find(({ step }) => step === 'reviews');
	if (reviews) await moveReviewDeadlines(tx, { cohortId, timeZone, dueOn: reviews.dueOn });
	return changed;
}
