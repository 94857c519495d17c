export { allocate, ALLOCATION_VERSION, type Allocation } from './allocate.ts';
export type { AllocatedWork, AllocationInput, Pair, Reviewer } from './problem.ts';
export { verify, type AllocationFault, type Verification } from './verify.ts';
