export { sendDigests } from './digest.ts';
export { awayOf } from './helping.ts';
export { readAnswering } from './reading.ts';
export { remindTutors } from './reminding.ts';
