export { activityKit, isPlayable, startOffsets, type ActivityKit } from './activity-kit.ts';
export * from './admission/index.ts';
export {
	changeFaults,
	moveOf,
	type ChangedSession,
	type ChangeFault,
	type CohortMove,
	type CohortPlan,
	type CohortSession,
	type CohortStanding
} from './changing.ts';
export {
	decideEnrolment,
	leastBusyTutor,
	mayApply,
	mayTake,
	type CohortDoor,
	type EnrolmentAction,
	type EnrolmentRefusal
} from './enrolling.ts';
export {
	activitySteps,
	outline,
	path,
	reasonFor,
	stepPlace,
	waitingTime,
	withTasks,
	type JourneyFacts,
	type Outline,
	type OutlineModule,
	type OutlineStep,
	type Path,
	type PathStep,
	type Reason,
	type StepKind,
	type StepState,
	type TaskOfPath
} from './journey/index.ts';
export {
	openingFaults,
	planFaults,
	type OpeningFault,
	type PlannedCohort,
	type PlannedSession,
	type Surroundings
} from './opening.ts';
export { overlapping } from './overlap.ts';
export { COHORT_PHASES, cohortPhase, cohortsByPhase, type CohortPhase } from './phase.ts';
export * from './states.ts';
