import { localDay } from '@stazhirovka/domain/calendar';
import { endOfDay } from '@stazhirovka/domain/tasks';
import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCohort, lockCohort } from '../../cohorts/index.ts';
import { giveDrafts } from '../giving.ts';
import * as store from '../store.ts';

/** Opens the round up to a day, moves the day or closes it, for those who run or lead the cohort. */
export async function setDraftRound(
	ctx: Ctx,
	{ id: cohortId, lastDay }: { id: string; lastDay: string | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		const { announcedAt } = await lockCohort(tx, cohortId);
		const cohort = await enterCohort(tx, ctx.actor, cohortId, 'tutor', 'leader');
		const now = ctx.now();
		if (lastDay === null) {
			await store.closeRound(tx, cohortId, now);
			await record(tx, ctx, 'draft_round.closed', { id: cohortId, cohortId });
			return;
		}
		if (announcedAt) fail('refused', 'draft_round.announced');
		if (lastDay < localDay(now, cohort.timeZone)) fail('refused', 'draft_round.past_day');

		const closesAt = endOfDay(lastDay, cohort.timeZone);
		const opened = { openedBy: ctx.actor.personId, openedAt: now };
		await store.putRound(tx, { cohortId, lastDay, closesAt, ...opened });
		await record(tx, ctx, 'draft_round.opened', { id: cohortId, cohortId }, { lastDay });
		const round = await store.findRound(tx, cohortId);
		if (round) await giveDrafts(tx, ctx, cohort, round);
	});
}
