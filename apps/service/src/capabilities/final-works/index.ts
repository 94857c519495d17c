export { worksAwaitingDecision } from './awaiting.ts';
