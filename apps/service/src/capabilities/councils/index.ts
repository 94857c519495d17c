export { settleLetters, type Settling } from './decisions/settling.ts';
export { keepsCouncil, reviewFacts, terminationFacts, waitingNews, type WaitingNews } from './facts.ts';
export { mayReview, reviewedApplications } from './readers.ts';
export { retireExperts } from './retiring.ts';
