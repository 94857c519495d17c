export { correctedBetween as planCorrections, heldBetween as eventsHeld } from './queries.ts';
