export {
	freeSeat,
	mayBook,
	mayClose,
	mayRelease,
	nextInLine,
	releaseUntil,
	type BookRefusal,
	type ConsultationFacts,
	type Place,
	type Waiter
} from './booking.ts';
export { planSlots, type Opening, type OpeningFault, type Period } from './opening.ts';
export { bookingState, BOOKING_STATES, DELIVERIES, TOPIC_KINDS, type BookingState } from './words.ts';
