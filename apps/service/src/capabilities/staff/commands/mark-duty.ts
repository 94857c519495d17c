import { happened, roleOf } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork, rulesFor } from '../access.ts';
import * as store from '../people-store.ts';

export type DutyDone = { id: string; role: string; duty: string; who: string; on: string; note: string };

/** Writes down who did a duty of a role, and when (R70). The same again is written once. */
export async function markDuty(ctx: Ctx, { id: siteId, role, duty, who, on, note }: DutyDone): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader']);
		const { profile } = await rulesFor(tx, site);
		const known = roleOf(profile, role)?.duties.some(({ key }) => key === duty);
		const faults = [
			...(known ? [] : [{ code: 'staff.duty_unknown', field: 'duty' }]),
			...happened(on, site.today, 'on')
		];
		if (faults.length) faulty('staff.faulty', { faults });

		const by = { markedBy: ctx.actor.personId, createdAt: ctx.now() };
		if (await store.insertMark(tx, { siteId, role, duty, who, note, onDay: on, ...by }))
			await record(tx, ctx, 'duty.marked', { id: siteId }, { role, duty, who, on });
	});
}
