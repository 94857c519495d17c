import type { Tx } from '@stazhirovka/db';
import { nextInLine } from '@stazhirovka/domain/consultations';
import { record } from '../../shell/journal.ts';
import { bookingsIn, busyAt } from './queries.ts';
import * as store from './store.ts';
import { tellHost, tellSeated } from './telling.ts';

type By = { actor: { personId: string } | null; now: () => Date; origin: string };
type Owner = { id: string; cohortId: string; personId: string };
type Given = { slot: store.SlotRow; booking: store.BookingRow; enrolment: Owner };

/** A booking goes; with a seat the host is told, and the first in the line who has the time gets it and a letter. */
export async function giveBack(tx: Tx, by: By, { slot, booking, enrolment }: Given): Promise<void> {
	await store.releaseBooking(tx, booking.id, by.now());
	const { id, cohortId, personId } = enrolment;
	await record(tx, by, 'consultation.released', { id, cohortId }, { slot: slot.id });
	if (booking.seat === null) return;

	await tellHost(tx, by, slot.id, personId, { question: '', came: false });
	await moveUp(tx, by, slot, booking.seat);
}

/**
 * Whoever leaves a cohort leaves its consultations to come, without asking how late it is: the seat is another's. Called
 * when the enrolment is written.
 */
export async function leaveConsultations(tx: Tx, by: By, enrolment: Owner): Promise<void> {
	const slots = await store.lockBookedAfter(tx, enrolment.id, by.now());
	await lockLine(
		tx,
		slots.map(({ id }) => id)
	);
	for (const slot of slots) {
		const bookings = await store.bookingsOf(tx, slot.id);
		const booking = bookings.find(({ enrolmentId }) => enrolmentId === enrolment.id);
		if (booking) await giveBack(tx, by, { slot, booking, enrolment });
	}
}

async function moveUp(tx: Tx, by: By, slot: store.SlotRow, seat: number): Promise<void> {
	const line = await lockLine(tx, [slot.id]);
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
	await record(tx, by, 'consultation.booked', { id, cohortId }, { slot: slot.id, seat, fromLine: true });
	await tellSeated(tx, by, slot.id, lucky);
}

/** Those who wait for a seat. None of them books another consultation of the same hour meanwhile; slots are locked before. */
async function lockLine(tx: Tx, slotIds: string[]) {
	if (slotIds.length === 0) return [];
	const line = (await bookingsIn(tx, slotIds)).filter((booking) => booking.seat === null);
	await store.lockPeople(
		tx,
		line.map(({ person }) => person.id)
	);
	return line;
}
