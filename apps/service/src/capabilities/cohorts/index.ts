export { enterCohort, enterEnrolment, leads, type CohortRelation, type EnrolmentRelation } from './access.ts';
export type { CohortFacts, EnrolmentFacts } from './access-store.ts';
