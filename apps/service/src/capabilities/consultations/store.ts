import type { Tx } from '@stazhirovka/db';
import {
	consultationBookings,
	consultationCohorts,
	consultationSlots,
	people,
	type Topic
} from '@stazhirovka/db/schema';
import type { Period } from '@stazhirovka/domain/consultations';
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';

export type SlotRow = typeof consultationSlots.$inferSelect;
export type BookingRow = typeof consultationBookings.$inferSelect;
type NewSlot = Omit<typeof consultationSlots.$inferInsert, 'startsAt' | 'endsAt' | 'id'>;

const EXCLUSION_VIOLATION = '23P01';
const standing = isNull(consultationBookings.releasedAt);

/** Stores the times for the interns of these cohorts; 'overlap' when the host has another one at any of them. */
export async function insertSlots(
	tx: Tx,
	slot: NewSlot,
	periods: Period[],
	cohortIds: string[]
): Promise<string[] | 'overlap'> {
	const ids = await tx
		.transaction((inner) =>
			inner
				.insert(consultationSlots)
				.values(periods.map((period) => ({ ...slot, ...period })))
				.returning({ id: consultationSlots.id })
		)
		.catch((error: unknown) => (isOverlap(error) ? null : Promise.reject(error)));
	if (ids === null) return 'overlap';

	const links = ids.flatMap(({ id }) => cohortIds.map((cohortId) => ({ slotId: id, cohortId })));
	await tx.insert(consultationCohorts).values(links);
	return ids.map(({ id }) => id);
}

function isOverlap(error: unknown): boolean {
	const { cause } = error as { cause?: { code?: unknown } };
	return cause?.code === EXCLUSION_VIOLATION;
}

export async function lockSlot(tx: Tx, id: string): Promise<SlotRow | undefined> {
	const [row] = await tx
		.select()
		.from(consultationSlots)
		.where(eq(consultationSlots.id, id))
		.for('no key update');
	return row;
}

/** The same, when the interns of the cohort are invited. */
export async function lockOffered(tx: Tx, id: string, cohortId: string): Promise<SlotRow | undefined> {
	const [row] = await tx
		.select({ id: consultationCohorts.slotId })
		.from(consultationCohorts)
		.where(and(eq(consultationCohorts.slotId, id), eq(consultationCohorts.cohortId, cohortId)));
	return row && lockSlot(tx, id);
}

/** This one and those of its series that come after it and stand, in order. */
export function lockFollowing(tx: Tx, { seriesId, startsAt }: SlotRow): Promise<SlotRow[]> {
	return tx
		.select()
		.from(consultationSlots)
		.where(
			and(
				eq(consultationSlots.seriesId, seriesId),
				gt(consultationSlots.startsAt, startsAt),
				isNull(consultationSlots.cancelledAt)
			)
		)
		.orderBy(asc(consultationSlots.id))
		.for('no key update');
}

/**
 * Held while seats are given, so that two seats of one person in one hour wait for each other. After the slot, and in
 * order: nobody who waits here is waited for.
 */
export async function lockPeople(tx: Tx, personIds: string[]): Promise<void> {
	await tx
		.select({ id: people.id })
		.from(people)
		.where(inArray(people.id, personIds))
		.orderBy(asc(people.id))
		.for('no key update');
}

/** Bookings that were not given back, in the order of booking. */
export function bookingsOf(tx: Tx, slotId: string): Promise<BookingRow[]> {
	return tx
		.select()
		.from(consultationBookings)
		.where(and(eq(consultationBookings.slotId, slotId), standing))
		.orderBy(asc(consultationBookings.bookedAt), asc(consultationBookings.id));
}

/** Times to come that an enrolment has booked or waits for; locked in one order for everybody. */
export async function lockBookedAfter(tx: Tx, enrolmentId: string, now: Date): Promise<SlotRow[]> {
	const booked = tx
		.select({ id: consultationBookings.slotId })
		.from(consultationBookings)
		.where(and(eq(consultationBookings.enrolmentId, enrolmentId), standing));
	return tx
		.select()
		.from(consultationSlots)
		.where(
			and(
				inArray(consultationSlots.id, booked),
				gt(consultationSlots.startsAt, now),
				isNull(consultationSlots.cancelledAt)
			)
		)
		.orderBy(asc(consultationSlots.id))
		.for('no key update');
}

type NewBooking = {
	enrolmentId: string;
	seat: number | null;
	question: string;
	topic: Topic | null;
	bookedAt: Date;
};

export async function insertBooking(
	tx: Tx,
	{ id: slotId, places }: Pick<SlotRow, 'id' | 'places'>,
	booking: NewBooking
): Promise<void> {
	await tx.insert(consultationBookings).values({ slotId, places, ...booking });
}

export async function releaseBooking(tx: Tx, id: string, at: Date): Promise<void> {
	await tx.update(consultationBookings).set({ releasedAt: at }).where(eq(consultationBookings.id, id));
}

export async function giveSeat(tx: Tx, id: string, seat: number): Promise<void> {
	await tx.update(consultationBookings).set({ seat }).where(eq(consultationBookings.id, id));
}

export async function cancelSlots(
	tx: Tx,
	ids: string[],
	{ at, reason }: { at: Date; reason: string }
): Promise<void> {
	await tx
		.update(consultationSlots)
		.set({ cancelledAt: at, cancelReason: reason })
		.where(inArray(consultationSlots.id, ids));
}

/** Who of the seated came; everybody else who had a seat did not. */
export async function closeSlot(
	tx: Tx,
	id: string,
	{ attended, result, at }: { attended: string[]; result: string; at: Date }
): Promise<void> {
	await tx.update(consultationSlots).set({ result, closedAt: at }).where(eq(consultationSlots.id, id));
	await tx
		.update(consultationBookings)
		.set({ attended: attended.length ? inArray(consultationBookings.id, attended) : sql`false` })
		.where(and(eq(consultationBookings.slotId, id), standing, sql`${consultationBookings.seat} is not null`));
}
