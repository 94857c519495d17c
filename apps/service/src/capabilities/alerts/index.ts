export { lastActivity, withTutors } from './queries.ts';
