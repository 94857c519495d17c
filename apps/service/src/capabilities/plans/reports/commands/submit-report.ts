import { validate, type Answer } from '@stazhirovka/domain/forms';
import { isLateReport, mismatches, moveReport } from '@stazhirovka/domain/plans';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { enterReportToChange } from '../access.ts';
import { addresseesOf } from '../addressees.ts';
import { tellAddressees, tellKeepers } from '../letters.ts';
import { logOf } from '../log.ts';
import { putReport } from '../store.ts';
import { refuseSave, type ReportDraft } from './save-report.ts';

/** Hands a report in, whole. Late is a mark and no lock; the very same sent twice is handed in once. */
export async function submitReport(ctx: Ctx, { id, revision, answer: given }: ReportDraft): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { report, site, definition, profile } = await enterReportToChange(tx, ctx, id, 'leader');
		if (report.state === 'submitted' && isDeepStrictEqual(report.answer, given)) return;
		const state = settle(moveReport(report.state, 'submit'));
		const { fromDay: from, toDay: to } = report;
		if (from === null || to === null) return fail('refused', 'report.not_begun');
		const faults = validate(definition, given, 'final');
		if (faults.length) faulty('form.faulty', { faults });

		const answer = given as Answer;
		const at = { submittedAt: ctx.now(), submittedOn: site.today, submittedBy: ctx.actor.personId };
		if (!(await putReport(tx, { ...report, revision }, { ...at, state, answer }))) refuseSave(report);
		const late = isLateReport(report.dueOn, site.today);
		const found = mismatches(definition, answer, await logOf(tx, site.id, { from, to }));
		await record(tx, ctx, 'report.submitted', { id }, { siteId: site.id, late, mismatches: found.length });
		const about = { id, regionId: site.regionId, site: site.title };
		await tellKeepers(tx, ctx, about);
		// Whoever asks names the addressee of a request in words of their own.
		if (report.kind === 'regular')
			await tellAddressees(tx, ctx, { ...about, to: await addresseesOf(tx, site, profile) });
	});
}
