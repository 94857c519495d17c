export { worksAwaitingDecision } from './awaiting.ts';
export { appealsAwaiting, remindOfAppeals } from './results/appeals-awaiting.ts';
