export { mayBegin, mayTake, type Beginning, type BeginRefusal } from './beginning.ts';
export { endOf, isOver, secondsLeft, type Timed } from './clock.ts';
export { countingAttempt, total, type Outcome } from './counting.ts';
export { occasionOf, readOccasion, type DiagnosisStage } from './occasions.ts';
export { inOrderOf } from './order.ts';
export {
	asksToBegin,
	ATTEMPT_LIMITS,
	NO_ALLOWANCE,
	NO_LIMITS,
	type Allowance,
	type AttemptRules
} from './rules.ts';
