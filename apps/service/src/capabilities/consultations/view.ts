import type { HostedConsultation, OfferedConsultation } from '@stazhirovka/contract/consultations';
import { bookingState, mayBook, mayClose, mayRelease, releaseUntil } from '@stazhirovka/domain/consultations';
import { toPerson } from '../cohorts/index.ts';
import type { Booked, MyBooking, SlotFacts } from './queries.ts';

type Base = Omit<OfferedConsultation, 'mine' | 'can' | 'venue'>;

/** The facts that rules judge by. */
export function factsOf(
	slot: Pick<SlotFacts, 'startsAt' | 'places' | 'cancelHours' | 'cancelledAt' | 'closedAt'>
) {
	const { startsAt, places, cancelHours, cancelledAt, closedAt } = slot;
	return { startsAt, places, cancelHours, cancelled: cancelledAt !== null, closed: closedAt !== null };
}

function toBase(slot: SlotFacts): Base {
	const { id, timeZone, places, taken, waiting, delivery, note, cancelReason } = slot;
	return {
		...{ id, timeZone, places, taken, waiting, delivery, note, cancelReason },
		host: toPerson(slot.host),
		startsAt: slot.startsAt.toISOString(),
		endsAt: slot.endsAt.toISOString(),
		releaseUntil: releaseUntil(factsOf(slot)).toISOString()
	};
}

/** What an intern sees: the address of a remote room only with a seat in it, the result only with a booking. */
export function toOffered(
	slot: SlotFacts & { mine: MyBooking | null },
	now: Date,
	studies: boolean
): OfferedConsultation {
	const { mine } = slot;
	const facts = factsOf(slot);
	const seated = mine !== null && mine.seat !== null;
	const place = mayBook(facts, { taken: slot.taken, wait: true, clash: false }, now);
	const open = studies && mine === null && place.ok;

	return {
		...toBase(slot),
		venue: slot.delivery === 'in_person' || seated ? slot.venue : null,
		mine: mine && {
			state: bookingState(mine),
			question: mine.question,
			topic: mine.topic,
			result: seated ? slot.result : ''
		},
		can: {
			book: open && place.value === 'seat',
			wait: open && place.value === 'line',
			release: mine !== null && !facts.cancelled && mayRelease(facts, seated, now).ok
		}
	};
}

export function toHosted(
	slot: SlotFacts,
	{ booked, cohorts, following }: { booked: Booked[]; cohorts: string[]; following: boolean },
	now: Date
): HostedConsultation {
	const facts = factsOf(slot);
	return {
		...toBase(slot),
		venue: slot.venue,
		following,
		cohorts,
		result: slot.result,
		closedAt: slot.closedAt?.toISOString() ?? null,
		bookings: booked.map((booking) => ({
			id: booking.id,
			enrolmentId: booking.enrolmentId,
			person: toPerson(booking.person),
			state: bookingState(booking),
			question: booking.question,
			topic: booking.topic
		})),
		can: {
			cancel: !facts.cancelled && slot.startsAt > now,
			close: mayClose(facts, now).ok && booked.some(({ seat }) => seat !== null)
		}
	};
}
