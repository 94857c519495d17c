export { settleLetters, type Settling } from './decisions/settling.ts';
export { keepsCouncil, reviewFacts, terminationFacts, waitingNews, type WaitingNews } from './facts.ts';
export { retireExperts } from './people.ts';
export { mayReview, reviewedApplications } from './readers.ts';
