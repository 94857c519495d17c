import type { Tx } from '@stazhirovka/db';
import { forRoute, type EffectiveRow } from '@stazhirovka/domain/diagnostics';
import { plan, spreadDates, taskPeriod } from '@stazhirovka/domain/learning-routes';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import type { EnrolmentFacts } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { lastDayInPerson } from '../queries.ts';
import { insertRoute } from '../store.ts';

/**
 * Plans the route from the levels that hold after the tutor's decisions (R94, R99, R100), in the transaction that
 * freezes the card. The first dates begin after module 1 and never in the past.
 */
export async function planLearningRoute(
	tx: Tx,
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	rows: EffectiveRow[]
): Promise<void> {
	const { document, rules } = await loadProgramme(tx, enrolment.programmeVersionId);
	const { tasks, notCoveredAsPrimary, needsTutorConsent } = plan(rules.route, forRoute(rows));

	const inPerson = (await lastDayInPerson(tx, enrolment.cohortId)) ?? enrolment.startsOn;
	const today = localDay(ctx.now(), enrolment.timeZone);
	const from = today > inPerson ? today : inPerson;
	const { startsOn, endsOn } = taskPeriod(document.modules, from, enrolment.endsOn);
	const dates = spreadDates(startsOn, endsOn, tasks.length);

	const id = await insertRoute(tx, {
		enrolmentId: enrolment.id,
		proposal: { tasks, notCoveredAsPrimary, needsTutorConsent },
		items: tasks.map((task, place) => ({ task, dueOn: dates[place] ?? endsOn })),
		createdAt: ctx.now()
	});
	await record(tx, ctx, 'learning_route.planned', { id, cohortId: enrolment.cohortId });
}
