import type { Ctx } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { lockOwnSlot } from '../access.ts';
import { bookingsIn } from '../queries.ts';
import * as store from '../store.ts';
import { tellCancelled } from '../telling.ts';

type Word = { id: string; reason: string; following: boolean };

/** Cancels a consultation, or with it those of its series after it, and writes to everybody who had booked one. */
export async function cancelConsultation(
	ctx: Ctx,
	{ id, reason, following }: Word
): Promise<{ cancelled: number; told: number }> {
	return ctx.db.transaction(async (tx) => {
		const slot = await lockOwnSlot(tx, ctx, id);
		if (slot.cancelledAt) return { cancelled: 0, told: 0 };
		if (slot.startsAt <= ctx.now()) return fail('refused', 'consultation.begun');

		const all = [slot, ...(following ? await store.lockFollowing(tx, slot) : [])];
		const ids = all.map((one) => one.id);
		const booked = await bookingsIn(tx, ids);
		await store.cancelSlots(tx, ids, { at: ctx.now(), reason });

		for (const slotId of ids) {
			const told = booked.filter((one) => one.slotId === slotId);
			await tellCancelled(tx, ctx, slotId, told, reason);
			for (const cohortId of new Set(told.map((one) => one.cohortId)))
				await record(tx, ctx, 'consultation.cancelled', { id: slotId, cohortId }, { told: told.length });
			if (told.length === 0) await record(tx, ctx, 'consultation.cancelled', { id: slotId });
		}
		return { cancelled: ids.length, told: booked.length };
	});
}
