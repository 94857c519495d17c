import { mayRelease } from '@stazhirovka/domain/consultations';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { giveBack } from '../giving-back.ts';
import * as store from '../store.ts';
import { factsOf } from '../view.ts';

/** Gives a booking back; the first in the line who has the time gets the seat and a letter. */
export async function releaseConsultation(
	ctx: Ctx,
	{ enrolmentId, slotId }: { enrolmentId: string; slotId: string }
): Promise<void> {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, enrolmentId, 'intern');

	await ctx.db.transaction(async (tx) => {
		const slot = (await store.lockOffered(tx, slotId, enrolment.cohortId)) ?? missing('consultation');
		const bookings = await store.bookingsOf(tx, slot.id);
		const mine = bookings.find((booking) => booking.enrolmentId === enrolment.id);
		// Given back before: a second click changes nothing.
		if (!mine) return;

		settle(mayRelease(factsOf(slot), mine.seat !== null, ctx.now()));
		await giveBack(tx, ctx, { slot, booking: mine, enrolment });
	});
}
