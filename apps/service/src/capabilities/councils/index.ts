export { awaitingRelease, reviewFacts, terminationFacts, type ReviewFacts } from './facts.ts';
export { mayReview, reviewedApplications } from './readers.ts';
