export { afterTurn } from './after-turn.ts';
export { conferenceEvents } from './calendar.ts';
export { remindOfConferences } from './reminding.ts';
