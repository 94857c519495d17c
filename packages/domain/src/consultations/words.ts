export const DELIVERIES = ['in_person', 'remote'] as const;

/** What a consultation may be about. */
export const TOPIC_KINDS = ['task', 'submission', 'deficit'] as const;

export const BOOKING_STATES = ['booked', 'waiting', 'held', 'missed'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** Told by the facts of a booking that was not given back: its seat, and whether the person came. */
export function bookingState({
	seat,
	attended
}: {
	seat: number | null;
	attended: boolean | null;
}): BookingState {
	if (seat === null) return 'waiting';
	if (attended === null) return 'booked';
	return attended ? 'held' : 'missed';
}
