export { afterTurn } from './after-turn.ts';
export { remindOfConferences } from './reminding.ts';
