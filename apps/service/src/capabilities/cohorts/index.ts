export {
	enterCohort,
	enterEnrolment,
	ledSites,
	leads,
	type CohortRelation,
	type EnrolmentRelation
} from './access.ts';
export type { CohortFacts, EnrolmentFacts } from './access-store.ts';
