import { fieldsOf } from '@stazhirovka/domain/forms';
import { coverageFaults, fromLog, refill } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { allowWriting, enterReportToChange } from '../access.ts';
import { logOf } from '../log.ts';
import { putReport } from '../store.ts';

type Filling = { id: string; revision: number; from: string; to: string };

/**
 * Fills a report from the log of these days again (R128): what came from the log gives way to what it says now, what
 * people wrote stays. Tells both by the labels of their fields.
 */
export async function fillReport(ctx: Ctx, { id, revision, from, to }: Filling) {
	return ctx.db.transaction(async (tx) => {
		const { report, site, definition } = await enterReportToChange(tx, ctx, id, 'leader');
		allowWriting(report);
		const faults = coverageFaults({ from, to }, site.today);
		if (faults.length) faulty('report.faulty', { faults });

		const fresh = fromLog(definition, await logOf(tx, site.id, { from, to }));
		const { answer, ...told } = refill(definition, report.answer, { before: report.filled, fresh });
		const days = { fromDay: from, toDay: to };
		const by = { savedAt: ctx.now(), savedBy: ctx.actor.personId };
		const change = { ...days, answer, filled: fresh, ...by };
		const row = (await putReport(tx, { ...report, revision }, change)) ?? conflict('report');
		await record(tx, ctx, 'report.refilled', { id }, { from, to, ...told });

		const labels = new Map(fieldsOf(definition).map(({ key, label }) => [key, label]));
		const named = (keys: string[]) => keys.map((key) => labels.get(key) ?? key);
		return { revision: row.revision, replaced: named(told.replaced), kept: named(told.kept) };
	});
}
