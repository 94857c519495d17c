export {
	decideEnrolment,
	leastBusyTutor,
	mayApply,
	mayConfirm,
	type CohortDoor,
	type CohortSeats,
	type EnrolmentAction,
	type EnrolmentRefusal
} from './enrolling.ts';
export {
	openingFaults,
	type OpeningFault,
	type PlannedCohort,
	type PlannedSession,
	type Surroundings
} from './opening.ts';
export * from './states.ts';
