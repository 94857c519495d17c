export { awaitingRelease, keepsCouncil, reviewFacts, terminationFacts } from './facts.ts';
export { mayReview, reviewedApplications } from './readers.ts';
