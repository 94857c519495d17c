import { workCalendar } from '@stazhirovka/domain/calendar';
import { deadlineFaults, withDays, type DeadlineRule } from '@stazhirovka/domain/deadlines';
import type { Ctx } from '../../../shell/context.ts';
import { allow, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCohort, nextRevision } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { lastDayInPerson } from '../queries.ts';
import { stepsOf } from '../reading.ts';
import * as store from '../store.ts';

export type DeadlineWish = { id: string; revision: number; rules: DeadlineRule[] };

/** The leader sets the last days of the steps of a cohort; whoever saw an older cohort is told. */
export async function setDeadlines(ctx: Ctx, { id, revision, rules }: DeadlineWish): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const cohort = await enterCohort(tx, ctx.actor, id, 'tutor', 'leader');
		allow(cohort.as.includes('leader'));
		await nextRevision(tx, id, revision);

		const { document } = await loadProgramme(tx, cohort.programmeVersionId);
		const { startsOn, endsOn, siteId } = cohort;
		const days = { startsOn, endsOn, session: await lastDayInPerson(tx, id) };
		const calendar = workCalendar(await store.daysOffOf(tx, siteId));
		const faults = deadlineFaults(rules, stepsOf(document), days, calendar);
		if (faults.length) faulty('deadlines.faulty', { faults });

		const deadlines = withDays(rules, days, calendar);
		await store.putDeadlines(tx, id, deadlines);
		await record(tx, ctx, 'cohort.deadlines_set', { id, cohortId: id }, { deadlines });
	});
}
