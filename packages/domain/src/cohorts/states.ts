/**
 * `awaiting_head`: the head of the sending school has not answered. `waiting`: admitted, without a seat. `invited`: a
 * seat is held until a day. `confirmed`: studies. `lapsed`: the invitation was not taken in time.
 */
export const ENROLMENT_STATES = [
	'applied',
	'confirmed',
	'declined',
	'withdrawn',
	'expelled',
	'completed',
	'awaiting_head',
	'waiting',
	'invited',
	'lapsed',
	'transferred'
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
