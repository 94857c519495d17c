import type { Tx } from '@stazhirovka/db';
import { mayRelease, nextInLine } from '@stazhirovka/domain/consultations';
import type { Ctx } from '../../../shell/context.ts';
import { missing, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { bookingsIn, busyAt } from '../queries.ts';
import * as store from '../store.ts';
import { tellHost, tellSeated } from '../telling.ts';
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
		await store.releaseBooking(tx, mine.id, ctx.now());
		const { id, cohortId } = enrolment;
		await record(tx, ctx, 'consultation.released', { id, cohortId }, { slot: slot.id });
		if (mine.seat === null) return;

		await tellHost(tx, ctx, slot.id, enrolment.personId, { question: '', came: false });
		await moveUp(tx, ctx, slot, mine.seat);
	});
}

async function moveUp(tx: Tx, ctx: Ctx, slot: store.SlotRow, seat: number): Promise<void> {
	const line = (await bookingsIn(tx, [slot.id])).filter((booking) => booking.seat === null);
	await store.lockPeople(
		tx,
		line.map(({ person }) => person.id)
	);
	const busy = await busyAt(
		tx,
		slot,
		line.map(({ enrolmentId }) => enrolmentId)
	);
	const next = nextInLine(line.map((one) => ({ ...one, busy: busy.has(one.enrolmentId) })));
	const lucky = line.find(({ id }) => id === next?.id);
	if (!lucky) return;

	await store.giveSeat(tx, lucky.id, seat);
	const { enrolmentId: id, cohortId } = lucky;
	await record(tx, ctx, 'consultation.booked', { id, cohortId }, { slot: slot.id, seat, fromLine: true });
	await tellSeated(tx, ctx, slot.id, lucky);
}
