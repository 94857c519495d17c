import type { Alternative, Topic } from '@stazhirovka/contract/consultations';
import type { Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import { bookingState, freeSeat, mayBook, type BookingState } from '@stazhirovka/domain/consultations';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import {
	allowUntilCompleted,
	enterEnrolment,
	lockEnrolment,
	type EnrolmentFacts
} from '../../cohorts/index.ts';
import { busyAt, offeredTo } from '../queries.ts';
import * as store from '../store.ts';
import { tellHost } from '../telling.ts';
import { topicOf } from '../topics.ts';
import { factsOf, toOffered } from '../view.ts';

type Wish = {
	enrolmentId: string;
	slotId: string;
	question: string;
	topic: Pick<Topic, 'kind' | 'key'> | null;
	wait: boolean;
};

const MOST_ALTERNATIVES = 4;

/** Books a seat, or a place in the line when the intern agrees to wait. A second click finds the first one's booking. */
export async function bookConsultation(ctx: Ctx, wish: Wish): Promise<BookingState> {
	const known = await enterEnrolment(ctx.db, ctx.actor, wish.enrolmentId, 'intern');
	const topic = await topicOf(ctx, known, wish.topic);

	return ctx.db.transaction(async (tx) => {
		const enrolment = await enterHeld(tx, ctx, known.id);
		const slot = (await store.lockOffered(tx, wish.slotId, enrolment.cohortId)) ?? missing('consultation');
		await store.lockPeople(tx, [enrolment.personId]);
		const bookings = await store.bookingsOf(tx, slot.id);
		const mine = bookings.find(({ enrolmentId }) => enrolmentId === enrolment.id);
		if (mine) return bookingState(mine);

		const taken = bookings.flatMap(({ seat }) => (seat === null ? [] : [seat]));
		const clash = (await busyAt(tx, slot, [enrolment.id])).has(enrolment.id);
		const place = mayBook(factsOf(slot), { taken: taken.length, wait: wish.wait, clash }, ctx.now());
		if (!place.ok) {
			const alternatives = await alternativesTo(tx, ctx, enrolment, slot.startsAt);
			return fail('refused', place.refusal.code, { alternatives });
		}

		const seat = place.value === 'seat' ? freeSeat(taken, slot.places) : null;
		const { question } = wish;
		const booking = { enrolmentId: enrolment.id, seat, question, topic, bookedAt: ctx.now() };
		await store.insertBooking(tx, slot, booking);
		const { id, cohortId } = enrolment;
		await record(tx, ctx, 'consultation.booked', { id, cohortId }, { slot: slot.id, seat });
		if (seat !== null) await tellHost(tx, ctx, slot.id, enrolment.personId, { question, came: true });
		return bookingState({ seat, attended: null });
	});
}

/** Held until the booking stands: whoever leaves the cohort meanwhile gives back this one too. Before the slot, as there. */
async function enterHeld(tx: Tx, { actor }: Ctx, id: string): Promise<EnrolmentFacts> {
	await lockEnrolment(tx, id);
	const enrolment = await enterEnrolment(tx, actor, id, 'intern');
	allowUntilCompleted(enrolment);
	return enrolment;
}

/** Free times that the intern could have instead, the nearest first. */
async function alternativesTo(
	tx: Tx,
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	wanted: Date
): Promise<Alternative[]> {
	const offered = await offeredTo(tx, enrolment, ctx.now());
	return offered
		.filter((slot) => toOffered(slot, ctx.now(), true).can.book)
		.toSorted((a, b) => distance(a.startsAt, wanted) - distance(b.startsAt, wanted))
		.slice(0, MOST_ALTERNATIVES)
		.map(({ id, startsAt, endsAt, host }) => ({
			...{ id, host: fullName(host) },
			...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
		}));
}

function distance(a: Date, b: Date): number {
	return Math.abs(a.getTime() - b.getTime());
}
