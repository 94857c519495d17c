export { worksAwaitingDecision, type AwaitingWork } from './awaiting.ts';
