import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { leads } from '../../cohorts/index.ts';
import { placeOfSite } from '../queries.ts';
import * as store from '../store.ts';

export type NewDaysOff = {
	id: string;
	kind: 'regional' | 'own';
	title: string;
	firstDay: string;
	lastDay: string;
};

/** Says that a site does not work on some days: what is counted from now on goes round them. */
export async function addDaysOff(ctx: Ctx, { id: siteId, ...days }: NewDaysOff): Promise<string> {
	if (days.lastDay < days.firstDay) {
		faulty('days_off.backwards', { faults: [{ code: 'days_off.backwards', field: 'lastDay' }] });
	}
	return ctx.db.transaction(async (tx) => {
		await enterSite(tx, ctx, siteId);
		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const id = await store.insertDaysOff(tx, { siteId, ...days, ...by });
		await record(tx, ctx, 'site.days_off_added', { id: siteId }, days);
		return id;
	});
}

/** Takes such days back; what was counted before stays. */
export async function removeDaysOff(ctx: Ctx, { id: siteId, dayOff }: { id: string; dayOff: string }) {
	await ctx.db.transaction(async (tx) => {
		await enterSite(tx, ctx, siteId);
		if (!(await store.deleteDaysOff(tx, siteId, dayOff))) missing('days_off');
		await record(tx, ctx, 'site.days_off_removed', { id: siteId }, { dayOff });
	});
}

async function enterSite(tx: Tx, { actor }: Ctx, siteId: string): Promise<void> {
	const place = (await placeOfSite(tx, siteId)) ?? missing('site');
	if (!leads(actor, place)) missing('site');
}
