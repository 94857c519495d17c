export { ownEvents } from './events.ts';
