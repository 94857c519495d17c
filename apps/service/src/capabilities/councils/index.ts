export { settleLetters, type Settling } from './decisions/settling.ts';
export { reviewFacts, terminationFacts, waitingNews, type WaitingNews } from './facts.ts';
export { retireExperts } from './people.ts';
export { mayReview, reviewedApplications } from './readers.ts';
