import { nextSending, type ExportFormat, type Rhythm } from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { today } from '../../../shell/today.ts';
import { enterSummary } from '../access.ts';
import { deleteSchedule, putSchedule } from '../schedules-store.ts';

type Asked = { id: string; rhythm: Rhythm; format: ExportFormat };

/** Letters of a summary to the one who asks for them: the numbers of the own sites, by the grants of that day. */
export async function scheduleSummary(ctx: Ctx, { id, rhythm, format }: Asked): Promise<string> {
	await enterSummary(ctx, id);
	const nextOn = nextSending(rhythm, today(ctx.now)) ?? faulty('summary.day_past', { field: 'on' });
	const key = { summaryId: id, personId: ctx.actor.personId };
	await ctx.db.transaction(async (tx) => {
		await putSchedule(tx, { ...key, rhythm, format, nextOn, createdAt: ctx.now() });
		await record(tx, ctx, 'summary.scheduled', { id }, { rhythm, format, nextOn });
	});
	return nextOn;
}

export async function unscheduleSummary(ctx: Ctx, id: string): Promise<void> {
	await enterSummary(ctx, id);
	await ctx.db.transaction(async (tx) => {
		if (await deleteSchedule(tx, { summaryId: id, personId: ctx.actor.personId }))
			await record(tx, ctx, 'summary.unscheduled', { id });
	});
}
