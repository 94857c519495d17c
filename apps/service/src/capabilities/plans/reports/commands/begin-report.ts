import type { Tx } from '@stazhirovka/db';
import { freeReportForm, fromLog, moveReport, reportForm, type Coverage } from '@stazhirovka/domain/plans';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, missing, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { rulesFor, type EnteredSite } from '../../../staff/index.ts';
import { coverageFor, duesOfSite, enterReportingSite, enterReportToChange, hasBegun } from '../access.ts';
import { logOf } from '../log.ts';
import { findRegular, insertReport, putReport } from '../store.ts';

/**
 * Begins the regular report that is due on a day, filled from the log (R126, R128). Who begins it a second time is led
 * to the first; nothing is begun that the regulation does not ask for.
 */
export async function beginReport(
	ctx: Ctx,
	{ id: siteId, dueOn }: { id: string; dueOn: string | null }
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const site = await enterReportingSite(tx, ctx, siteId);
		if (!site.as.includes('leader')) missing('site');
		const known = await findRegular(tx, siteId, dueOn);
		if (known) return known;

		const { profile, versionId } = await rulesFor(tx, site);
		const form = reportForm(profile) ?? fail('refused', 'report.no_form');
		await allowDue(tx, site, profile, dueOn);
		const days = await coverageFor(tx, site, dueOn);
		const values = { siteId, regulationVersionId: versionId, kind: 'regular' as const, dueOn };
		const made = await insertReport(tx, { ...values, ...(await begun(tx, ctx, siteId, form, days)) });
		if (!made) return (await findRegular(tx, siteId, dueOn)) ?? conflict('report');

		await record(tx, ctx, 'report.begun', { id: made }, { siteId, dueOn, ...days });
		return made;
	});
}

/** Begins a report that was asked for (R127); begun already, it stays as it is. */
export async function beginAsked(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { report, site, profile } = await enterReportToChange(tx, ctx, id, 'leader');
		if (report.fromDay !== null) return;
		settle(moveReport(report.state, 'submit'));
		const days = await coverageFor(tx, site, report.dueOn);
		const change = await begun(tx, ctx, site.id, reportForm(profile) ?? freeReportForm(), days);
		if (!(await putReport(tx, report, change))) conflict('report');
		await record(tx, ctx, 'report.begun', { id }, { siteId: site.id, dueOn: report.dueOn, ...days });
	});
}

async function allowDue(
	tx: Tx,
	site: EnteredSite,
	profile: RegulationProfile,
	dueOn: string | null
): Promise<void> {
	if (dueOn === null) {
		const untold = profile.report.deadline === null && (await hasBegun(tx, site));
		return untold ? undefined : fail('refused', 'report.not_due');
	}
	const dues = await duesOfSite(tx, site, profile);
	if (!dues.some((due) => due.dueOn === dueOn)) fail('refused', 'report.not_due');
}

async function begun(tx: Tx, ctx: Ctx, siteId: string, form: FormDefinition, { from, to }: Coverage) {
	const filled = fromLog(form, await logOf(tx, siteId, { from, to }));
	const by = { savedAt: ctx.now(), savedBy: ctx.actor.personId };
	return { fromDay: from, toDay: to, answer: filled.answer, filled, ...by };
}
