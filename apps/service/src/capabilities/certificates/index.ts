export { issueApproved } from './batches/issuing.ts';
export { documentOf } from './document.ts';
export { reserveNumber } from './store.ts';
