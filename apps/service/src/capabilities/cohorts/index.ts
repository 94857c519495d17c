export {
	allowUntilCompleted,
	enterCohort,
	enterEnrolment,
	leads,
	ledSites,
	seekEnrolment,
	tutorsAndLeaders,
	type CohortRelation,
	type EnrolmentRelation
} from './access.ts';
export { giveTutor } from './admission.ts';
export { carried, carriedFrom, cohortThen, doneIn } from './earlier-cohort-queries.ts';
export { recountWay } from './earlier-cohort-store.ts';
export { closeEnrolment } from './commands/close-enrolment.ts';
export { earlierDays } from './days-queries.ts';
export { cohortsAfter } from './site-store.ts';
export { expelEnrolment } from './commands/expel-enrolment.ts';
export { fullForSchoolOf } from './enrolling/limits-store.ts';
export { lineBefore, seatsGone } from './enrolling/store.ts';
export { lapseInvitations } from './enrolling/commands/invitations.ts';
export {
	findCohortFacts,
	findEnrolmentFacts,
	type CohortFacts,
	type EnrolmentFacts
} from './access-store.ts';
export { journeysOf, journeysOfAll, type Journey } from './journeys.ts';
export { findOwnEnrolment, lockCohort, lockEnrolment, nextRevision } from './store.ts';
export {
	cohortCard,
	cohortCards,
	type CohortCard,
	findSession,
	isOfOthers,
	letterFactsOf,
	seekEnrolmentIn,
	type Reader
} from './queries.ts';
export { readersOf } from './readers-queries.ts';
export { toCohort, toPerson } from './view.ts';
