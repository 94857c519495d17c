export {
	AGREEMENT_KINDS,
	agreementState,
	preparationFaults,
	signingFaults,
	type AgreementDays,
	type AgreementKind,
	type AgreementState,
	type AgreementWording
} from './agreements.ts';
export {
	appointmentFaults,
	daysInOrder,
	happened,
	type Appointment,
	type DaysFault,
	type PaperReference,
	type StaffFault
} from './faults.ts';
export { mayBeShown, mentions, namedWithoutConsent, type Nameable } from './naming.ts';
export { accompanies, appointedByAct, isChosen, leads, needsMinutes, roleOf, staffRoles } from './roles.ts';
