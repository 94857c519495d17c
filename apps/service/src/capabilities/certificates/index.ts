export { issueApproved } from './batches/issuing.ts';
export { issuingWaits } from './batches/store.ts';
export { documentOf } from './document.ts';
export { reserveNumber } from './store.ts';
