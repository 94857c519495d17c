export { experienceBetween } from './queries.ts';
