import { deliveryFaults } from '@stazhirovka/domain/plans';
import { happened } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork, rulesFor } from '../access.ts';
import * as store from '../support-store.ts';

export type Consultation = {
	id: string;
	on: string;
	delivery: string;
	participants: string;
	outcome: string;
};

/** Logs a consultation of a lasting pair (R68), by the leader or whoever works at the site. The same again is logged once. */
export async function logConsultation(ctx: Ctx, { id, on, ...told }: Consultation): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId, sinceDay, untilDay } = (await store.findPair(tx, id)) ?? missing('support');
		const site = await enterToWork(tx, ctx, siteId, ['leader', 'staff'], 'support');
		if (untilDay !== null && on > untilDay) fail('refused', 'support.ended');
		const { profile } = await rulesFor(tx, site);
		const faults = [...happened(on, site.today, 'on', sinceDay), ...deliveryFaults(profile, told.delivery)];
		if (faults.length) faulty('support.faulty', { faults });

		const by = { loggedBy: ctx.actor.personId, createdAt: ctx.now() };
		const made = await store.insertConsultation(tx, { ...told, pairId: id, onDay: on, ...by });
		if (made) await record(tx, ctx, 'consultation.logged', { id }, { siteId, on, delivery: told.delivery });
	});
}
