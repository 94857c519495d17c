export { awaitingRelease, reviewFacts, terminationFacts, type ReviewFacts } from './facts.ts';
export { mayReview } from './readers.ts';
