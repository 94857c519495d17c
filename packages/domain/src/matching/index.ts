export { allocate, ALLOCATION_VERSION, type Allocation } from './allocate.ts';
export type { Deficit } from './deficit.ts';
export { adviseReviews, shortageRisk, type Advice } from './dropout.ts';
export type { AllocatedWork, AllocationInput, Bar, Pair, Relaxation, Reviewer } from './input.ts';
export { dueReminder, isExpired, LEASE_DAYS, leaseFrom, type Lease } from './lease.ts';
export { optionsFor, type Option, type WorstCase } from './options.ts';
export {
	planFor,
	planOptions,
	replan,
	type Plan,
	type PlanOption,
	type PlanResult,
	type Way
} from './plan.ts';
export type { CurrentReview, Dropped, RollingInput } from './rolling-input.ts';
export { reallocate, type Rolling } from './rolling.ts';
export { mostReviews } from './school-bound.ts';
export { verify, type AllocationFault, type Verification } from './verify.ts';
export { explain, type Why } from './why.ts';
