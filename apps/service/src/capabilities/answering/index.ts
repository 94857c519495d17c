export { sendDigests } from './digest.ts';
export { awayOf } from './helping.ts';
export { remindTutors } from './reminding.ts';
