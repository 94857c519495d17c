export {
	allowUntilCompleted,
	enterCohort,
	enterEnrolment,
	ledSites,
	seekEnrolment,
	type CohortRelation,
	type EnrolmentRelation
} from './access.ts';
export type { CohortFacts, EnrolmentFacts } from './access-store.ts';
export { journeysOf, type Journey } from './journeys.ts';
export { cohortCard, findSession, seekEnrolmentIn } from './queries.ts';
export { toCohort, toPerson } from './view.ts';
