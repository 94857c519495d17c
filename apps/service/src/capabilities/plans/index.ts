export { conferenceChanges } from './conference-queries.ts';
export { countHeld } from './commands/report-event.ts';
export { correctedBetween as planCorrections, heldBetween as eventsHeld } from './queries.ts';
export { reportsOwed } from './reports/desk.ts';
