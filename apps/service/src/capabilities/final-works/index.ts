export { worksAwaitingDecision } from './awaiting.ts';
export { keepLeases } from './allocation/leases.ts';
