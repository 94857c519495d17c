export { asColleaguesSee } from './attachments.ts';
export { worksAwaitingDecision } from './awaiting.ts';
export { keepLeases } from './allocation/leases.ts';
export { appealsAwaiting, remindOfAppeals } from './results/appeals-awaiting.ts';
export { finishedRecommendations } from './results/recommendations.ts';
export { moveReviewDeadlines } from './review-deadlines.ts';
export { extendReviews } from './review-deadlines-store.ts';
