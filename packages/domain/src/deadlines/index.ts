export {
	mayExtend,
	MOST_DAYS_AFTER_END,
	untilWhen,
	type ExtensionRefusal
} from './extending.ts';
export {
	deadlineDay,
	deadlineFaults,
	FURTHEST_DAYS,
	movedDeadlines,
	proposedRules,
	withDays,
	type CohortDays,
	type Deadline,
	type DeadlineFault,
	type DeadlineRule
} from './rules.ts';
export { ANCHORS, DEADLINE_STEPS, stepsWithDeadline, type Anchor, type DeadlineStep } from './steps.ts';
