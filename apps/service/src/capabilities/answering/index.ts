export { remindTutors } from './reminding.ts';
