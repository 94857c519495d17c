export const ENROLMENT_STATES = [
	'applied',
	'confirmed',
	'declined',
	'withdrawn',
	'expelled',
	'completed'
] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
