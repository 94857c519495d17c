export { deadlineAfter, endOfDay, isLate, localTime, momentAt } from './deadline.ts';
export {
	effectiveness,
	IMPROVED,
	IN_UNITS,
	type Effectiveness,
	type Measurements,
	type Verdict
} from './effectiveness.ts';
export { effectivenessBlock, tryoutTasks, type EffectivenessBlock } from './effectiveness-gate.ts';
export { decideTask, type TaskAction, type TaskFacts, type TaskRefusal } from './lifecycle.ts';
export {
	areAllSent,
	isSent,
	openTasks,
	type LockReason,
	type OpenTask,
	type TaskState
} from './open-tasks.ts';
export { progressOf, type TaskProgress } from './progress.ts';
export { SUBMISSION_STATES, type SubmissionState } from './states.ts';
