import type { FormSheet } from '@stazhirovka/contract/forms';
import { validate, type Answer } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { allowWriting, enterReportToChange } from '../access.ts';
import { putReport, type ReportRow } from '../store.ts';

export type ReportDraft = { id: string; revision: number; answer: FormSheet['answer'] };

/** Saves the sheet on top of the revision that it was written on: the later of two tabs is told what is stored. */
export async function saveReport(
	ctx: Ctx,
	{ id, revision, answer }: ReportDraft
): Promise<{ revision: number; savedAt: string }> {
	return ctx.db.transaction(async (tx) => {
		const { report, definition } = await enterReportToChange(tx, ctx, id, 'leader');
		allowWriting(report);
		const faults = validate(definition, answer, 'draft');
		if (faults.length) faulty('form.faulty', { faults });

		const change = { answer: answer as Answer, savedAt: ctx.now(), savedBy: ctx.actor.personId };
		const row = (await putReport(tx, { ...report, revision }, change)) ?? refuseSave(report);
		return { revision: row.revision, savedAt: ctx.now().toISOString() };
	});
}

export function refuseSave({ revision, answer }: ReportRow): never {
	return fail('conflict', 'form.changed_elsewhere', { revision, answer });
}
