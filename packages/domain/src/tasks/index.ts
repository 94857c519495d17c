export { deadlineAfter, endOfDay, isLate, localDay } from './deadline.ts';
export { effectiveness, type Effectiveness, type Measurements, type Verdict } from './effectiveness.ts';
export { effectivenessBlock, type EffectivenessBlock } from './effectiveness-gate.ts';
export { decideTask, type TaskAction, type TaskFacts, type TaskRefusal } from './lifecycle.ts';
export { openTasks, type LockReason, type OpenTask, type TaskState } from './open-tasks.ts';
export { SUBMISSION_STATES, type SubmissionState } from './states.ts';
