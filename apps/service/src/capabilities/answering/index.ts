export { sendDigests } from './digest.ts';
export { awayOf } from './helping.ts';
export { termsOf } from './queries.ts';
export { readAnswering } from './reading.ts';
export { remindTutors } from './reminding.ts';
